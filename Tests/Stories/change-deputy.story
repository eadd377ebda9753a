story A deputy is named for leave that is there: for its gaps, and nobody where there are none

directory office
at 2026-11-25 10:00
as jdevries leave 1-12 4-12
  …
as manager leave 2-12 --agent mbakker --override "Noord weet ervan"
  …
# Both leave nobody on the 2nd; whoever changes one of them may name who stands in.
as manager change 1 --deputy sjansen
  Leave 1 of Joke de Vries is as before: from Tuesday 1 December 2026 until the end of Friday 4 December 2026.
  Samira Jansen stands in for Joke de Vries with Scholengroep Noord from Tuesday 1 December 2026 until the end of Friday 4 December 2026 (deputyship 1).
  …
at 2026-12-02 12:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2103:20 2000:0 deputy
as manager change 1 --deputy sjansen
  Leave 1 of Joke de Vries is as before: from now until the end of Friday 4 December 2026.
  Nobody has to stand in, so nobody was named: somebody is there for every client.
  …
as manager history --absence 1
  … leave 1 of Joke de Vries entered: …
# What opens gaps cannot be asked for once more: it is there already.
as mbakker leave 7-12
  …
as jdevries change 1 --until 9-12
  Back on Wednesday 9 December 2026 00:00: it would leave clients without anybody:
  …
  With somebody to stand in, for managers: majorctl change 1 --until 9-12 --deputy sjansen
  A manager can change it all the same with --override REASON.
  exit 1
