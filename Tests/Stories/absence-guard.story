story Leave that leaves a client without anybody is refused; a manager enters it all the same

directory office
at 2026-11-25 10:00
as jdevries leave 1-12 3-12
  You are on leave from Tuesday 1 December 2026 until the end of Thursday 3 December 2026 (absence 1).
  Calls for your client go to Mark Bakker until the end of Thursday 3 December 2026: Scholengroep Noord.
as mbakker leave 2-12
  Leave on Wednesday 2 December 2026, the whole day: it would leave clients without anybody:
    Scholengroep Noord: Wednesday 2 December 2026, the whole day; could stand in: Samira Jansen
  away then: Joke de Vries, from Tuesday 1 December 2026 until the end of Thursday 3 December 2026 (absence 1)
  To ask a manager for it: majorctl leave 2-12 --request
  With somebody to stand in, managers without --request: majorctl leave 2-12 --request --deputy sjansen
  A manager can enter it all the same with --override REASON.
  exit 1
as mbakker leave 2-12 --override "een dag vrij"
  you may not do this: entering leave that leaves clients without anybody needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
# Beside it there is no gap.
as mbakker leave 4-12
  You are on leave on Friday 4 December 2026, the whole day (absence 2).
  …
as manager leave 2-12 09:00 12:00 --agent mbakker --override tandarts
  Mark Bakker is on leave on Wednesday 2 December 2026, 09:00 to 12:00 (absence 3).
  No client's calls come to Mark Bakker first in that time.
  Nobody is there for:
    Scholengroep Noord: Wednesday 2 December 2026, 09:00 to 12:00; could stand in: Samira Jansen
journal
  notice Joke de Vries is away from 2026-12-01T00:00:00+01:00 until 2026-12-04T00:00:00+01:00
  …
  critical Scholengroep Noord is left without an agent from 2026-12-02T09:00:00+01:00
at 2026-12-02 09:00
pbx ROUTE 0505550100 +31880001234 call-1
  overflow 2050:0 uncovered
at 2026-12-02 12:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 2026-12-04 00:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2000:0 primary
