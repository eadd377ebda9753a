story A request that nobody decided is over: it can neither be declined nor withdrawn, and the history tells it

directory office
at 2026-11-25 10:00
as mbakker leave 1-12 31-12
  …
as jdevries leave 8-12 9-12 --request
  …
at 2026-12-08 09:00
as manager decline 2 "te laat"
  request 2 is not waiting: lapsed, since nobody decided before it began
  exit 1
as jdevries withdraw 2
  request 2 is not waiting: lapsed, since nobody decided before it began
  exit 1
as manager history --agent jdevries
  Wednesday 25 November 2026 10:00  joke  request 2 of Joke de Vries asked for: from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026
  Tuesday 8 December 2026 00:00  majord  request 2 of Joke de Vries lapsed, since nobody decided before it began: from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026
as mbakker history
  … leave 1 of Mark Bakker entered: …

# Of leave that was cancelled after it was approved stays what was asked for.
as jdevries leave 14-12 15-12 --request
  …
as manager approve 3 --override "goed"
  …
as jdevries cancel 3
  Absence 3 of Joke de Vries is cancelled.
as jdevries requests
  2  …
  3  Joke de Vries: leave from Monday 14 December 2026 until the end of Tuesday 15 December 2026; approved on Tuesday 8 December 2026 09:00 by manager: goed; the leave was cancelled on Tuesday 8 December 2026 09:00 by joke
