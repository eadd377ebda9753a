story A manager is told what a manager can do, and is not sent to one

directory office
at 2026-11-25 10:00
as jdevries leave 1-12 3-12
  …
as manager leave 2-12 --agent mbakker
  Leave on Wednesday 2 December 2026, the whole day: it would leave clients without anybody:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
  away then: Joke de Vries, from Tuesday 1 December 2026 until the end of Thursday 3 December 2026 (absence 1)
  With somebody to stand in: majorctl leave … --deputy sjansen
  To do it all the same: --override REASON.
  exit 1
as mbakker leave 4-12
  …
as manager in nl change 2 3-12 4-12
  klanten zouden niemand hebben:
    …
  dan afwezig: …
  Wel mogelijk: vrijdag 4 december 2026, de hele dag.
  Met een vervanger: majorctl change … --deputy sjansen
  Om het toch te doen: --override REDEN.
  exit 1
as mbakker change 2 3-12 4-12
  it would leave clients without anybody:
    …
  away then: …
  Allowed would be: Friday 4 December 2026, the whole day.
  With somebody to stand in, for managers: majorctl change … --deputy sjansen
  A manager can change it all the same with --override REASON.
  exit 1
as manager change 2 3-12 4-12 --deputy sjansen
  …
as sjansen deputy cancel 1
  without Samira Jansen clients have nobody:
    …
  A manager can cancel it all the same with --override REASON.
  exit 1
as manager deputy cancel 1
  without Samira Jansen clients have nobody:
    …
  To do it all the same: --override REASON.
  exit 1
