story Leave inside of leave is told and not entered twice; leave around it takes its place

directory office
at 2026-11-25 10:00
as jdevries leave 7-12 9-12
  You are on leave from Monday 7 December 2026 until the end of Wednesday 9 December 2026 (absence 1).
  …
as jdevries leave 8-12
  Leave on Tuesday 8 December 2026, the whole day: Joke de Vries is away then already: from Monday 7 December 2026 until the end of Wednesday 9 December 2026 (absence 1); to change that: majorctl change 1 FROM UNTIL
  exit 1
as jdevries leave 4-12 11-12
  You are on leave from Friday 4 December 2026 until the end of Friday 11 December 2026 (absence 2).
  …
as jdevries absences
  2  Joke de Vries: leave …
as jdevries change 2 --until 7-12
  Leave 2 of Joke de Vries is changed: from Friday 4 December 2026 until the end of Sunday 6 December 2026; before: from Friday 4 December 2026 until the end of Friday 11 December 2026.
  …
as jdevries history --absence 2
  … leave 2 of Joke de Vries entered: …
  … leave 2 of Joke de Vries changed: …; before: from Friday 4 December 2026 until the end of Friday 11 December 2026
