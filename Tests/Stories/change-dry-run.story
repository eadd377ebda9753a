story A change of leave can be looked at before it is made

directory office
at 2026-11-25 10:00
as jdevries leave 30-11 2-12
  …
as jdevries change 1 30-11 3-12 --dry-run
  Leave 1 of Joke de Vries would be: from Monday 30 November 2026 until the end of Thursday 3 December 2026; now: from Monday 30 November 2026 until the end of Wednesday 2 December 2026.
  Calls for Joke de Vries's client go to Mark Bakker until the end of Thursday 3 December 2026: Scholengroep Noord.
  Nothing was changed.
as jdevries absences
  1  Joke de Vries: leave from Monday 30 November until the end of Wednesday 2 December
as mbakker leave 3-12
  …
as jdevries change 1 30-11 3-12 --dry-run
  it would leave clients without anybody:
  …
  exit 1
as jdevries history --absence 1
  …entered: …
