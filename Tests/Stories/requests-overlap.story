story A request that is approved takes the place of leave inside of it; requests for the same time are told

directory office
at 2026-11-25 10:00
as mbakker leave 1-12 31-12
  …
as jdevries leave 8-12 --request
  Asked for: leave on Tuesday 8 December 2026, the whole day (request 2). A manager decides.
  …
as jdevries leave 8-12 --request
  …the same leave is asked for already: request 2
  exit 1
as jdevries leave 7-12 11-12 --request
  Asked for: leave from Monday 7 December 2026 until the end of Friday 11 December 2026 (request 3). A manager decides.
  It overlaps request 2, which waits for a manager; to take it back: majorctl withdraw 2
  …
as manager approve 2 --override "het kan"
  …
as manager approve 3 --override "het kan"
  Joke de Vries is on leave from Monday 7 December 2026 until the end of Friday 11 December 2026 (absence 3).
  It takes the place of leave 2.
  …
as jdevries absences
  1  …
  3  …
as jdevries leave 17-12 --request
  …
as mbakker cancel 1
  …
# Leave that need not be asked for is told as well, and a request inside of it can be approved no more.
as jdevries leave 16-12 18-12
  You are on leave from Wednesday 16 December 2026 until the end of Friday 18 December 2026 (absence 5).
  It overlaps request 4, which waits for a manager; to take it back: majorctl withdraw 4
  …
as manager approve 4
  Joke de Vries is away then already: from Wednesday 16 December 2026 until the end of Friday 18 December 2026 (absence 5); to change that: majorctl change 5 FROM UNTIL
  exit 1
