story Leave that is asked for is approved, declined, taken back, or lapses; agent and manager read what became of it

directory office
change "agents:" to "managers: [{name: Els Mulder, user: emulder}]\nagents:"
at 2026-11-25 10:00
as jdevries leave 7-12 11-12
  …
# Mark is the backup of both: Noord would have nobody.
as mbakker leave 8-12 9-12 --note ski
  Leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026: it would leave clients without anybody:
    Scholengroep Noord: Tuesday 8 December 2026 to the end of Wednesday 9 December 2026; could stand in: Samira Jansen
  away then: Joke de Vries, from Monday 7 December 2026 until the end of Friday 11 December 2026 (absence 1)
  To ask a manager for it: majorctl leave … --request
  With somebody to stand in, managers without --request: majorctl leave … --request --deputy sjansen
  A manager can enter it all the same with --override REASON.
  exit 1
as mbakker leave 8-12 9-12 --note ski --request --deputy sjansen
  Asked for: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 (request 2). A manager decides.
  Nobody is there for:
    Scholengroep Noord: Tuesday 8 December 2026 to the end of Wednesday 9 December 2026; could stand in: Samira Jansen
as mbakker leave 8-12 9-12 --request
  Leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026: the same leave is asked for already: request 2
  exit 1
as jdevries requests
  No request waits.
as mbakker requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; waiting for a manager (ski)
as emulder requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; waiting for a manager (ski)

# What waits reserves, and is not in force.
as sjansen leave 8-12 9-12
  Leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026: it would leave clients without anybody:
    Lyceumgroep Oost: Tuesday 8 December 2026 08:00 to Wednesday 9 December 2026 17:00; nobody else has capacity then
  away then: Mark Bakker, from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 (request 2)
  To ask a manager for it: majorctl leave … --request
  A manager can enter it all the same with --override REASON.
  exit 1
as emulder digest
  Coverage on Wednesday 25 November 2026
  …
  Requests for leave that wait:
    2  Mark Bakker: Tuesday 8 December 2026 to the end of Wednesday 9 December 2026, with Samira Jansen to stand in; asked on Wednesday 25 November 2026 10:00
  …
at 2026-12-02 09:00
as mbakker approve 2
  you may not do this: deciding requests for leave needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as emulder approve 2
  Mark Bakker is on leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 (absence 2).
  Samira Jansen stands in for Mark Bakker with Scholengroep Noord from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 (deputyship 1).
  No client's calls come to Mark Bakker first in that time.
as mbakker requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; approved on Wednesday 2 December 2026 09:00 by emulder (ski)
as emulder approve 2
  request 2 is not waiting: approved on Wednesday 2 December 2026 09:00 by emulder
  exit 1
as emulder deputy list
  1  Samira Jansen for Mark Bakker with Scholengroep Noord: Tuesday 8 December 2026 to the end of Wednesday 9 December 2026
at 2026-12-08 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2103:20 2000:0 deputy

# Declined: the agent reads why, and what does not wait cannot be decided again.
as mbakker leave 10-12 11-12 --request
  Asked for: leave from Thursday 10 December 2026 until the end of Friday 11 December 2026 (request 3). A manager decides.
  Nobody is there for:
    Scholengroep Noord: Thursday 10 December 2026 to the end of Friday 11 December 2026; could stand in: Samira Jansen
as mbakker decline 3 nee
  you may not do this: deciding requests for leave needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as emulder decline 3 "te druk"
  Request 3 of Mark Bakker is declined: te druk.
as mbakker requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; approved on Wednesday 2 December 2026 09:00 by emulder (ski)
  3  Mark Bakker: leave from Thursday 10 December 2026 until the end of Friday 11 December 2026; declined on Tuesday 8 December 2026 10:00 by emulder: te druk
as emulder approve 3
  request 3 is not waiting: declined on Tuesday 8 December 2026 10:00 by emulder: te druk
  exit 1
as mbakker withdraw 3
  request 3 is not waiting: declined on Tuesday 8 December 2026 10:00 by emulder: te druk
  exit 1
# What became of another's request is not told either.
as jdevries withdraw 3
  you may not do this: agents change their own availability; changing another's needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77

# Taken back: by the agent himself, by nobody else.
as mbakker leave 11-12 --request
  Asked for: leave on Friday 11 December 2026, the whole day (request 4). A manager decides.
  Nobody is there for:
    Scholengroep Noord: Friday 11 December 2026, the whole day; could stand in: Samira Jansen
as jdevries withdraw 4
  you may not do this: agents change their own availability; changing another's needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as mbakker withdraw 4
  Request 4 of Mark Bakker is withdrawn.
as emulder requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; approved on Wednesday 2 December 2026 09:00 by emulder (ski)
  3  Mark Bakker: leave from Thursday 10 December 2026 until the end of Friday 11 December 2026; declined on Tuesday 8 December 2026 10:00 by emulder: te druk
  4  Mark Bakker: leave on Friday 11 December 2026, the whole day; withdrawn on Tuesday 8 December 2026 10:00 by mark
as emulder decline 4 "te laat"
  request 4 is not waiting: withdrawn on Tuesday 8 December 2026 10:00 by mark
  exit 1

# Nobody decides: it is an event two days ahead, lapses at its start, and then reserves nothing.
as jdevries leave 17-12
  …
as mbakker leave 17-12 --request
  Asked for: leave on Thursday 17 December 2026, the whole day (request 6). A manager decides.
  Nobody is there for:
    Scholengroep Noord: Thursday 17 December 2026, the whole day; could stand in: Samira Jansen
journal
  …
at 2026-12-15 00:00
journal
  warning Request 6 of Mark Bakker waits to be decided, and lapses at 2026-12-17T00:00:00+01:00
at 2026-12-17 00:00
journal
  warning Request 6 of Mark Bakker has lapsed: nobody decided it before its start
as mbakker requests
  6  Mark Bakker: leave on Thursday 17 December 2026, the whole day; lapsed, since nobody decided before it began
as emulder digest
  Coverage on Thursday 17 December 2026
  …
  The backup is there alone until the end of Sunday 27 December 2026:
    Scholengroep Noord: Mark Bakker, Thursday 17 December
  …
  Requests for leave that wait:
    6  Mark Bakker: Thursday 17 December 2026, the whole day; lapsed, since nobody decided before it began
  …
as emulder approve 6
  request 6 is not waiting: lapsed, since nobody decided before it began
  exit 1
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
as emulder history --agent mbakker
  Wednesday 25 November 2026 10:00  mark  request 2 of Mark Bakker asked for: from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, "ski"
  Wednesday 2 December 2026 09:00  emulder  request 2 of Mark Bakker approved: from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, "ski"
  Wednesday 2 December 2026 09:00  emulder  deputyship 1 of Samira Jansen for Mark Bakker with Scholengroep Noord entered: from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026
  Tuesday 8 December 2026 10:00  mark  request 3 of Mark Bakker asked for: from Thursday 10 December 2026 until the end of Friday 11 December 2026
  Tuesday 8 December 2026 10:00  emulder  request 3 of Mark Bakker declined: from Thursday 10 December 2026 until the end of Friday 11 December 2026 (te druk)
  Tuesday 8 December 2026 10:00  mark  request 4 of Mark Bakker asked for: on Friday 11 December 2026, the whole day
  Tuesday 8 December 2026 10:00  mark  request 4 of Mark Bakker withdrawn: on Friday 11 December 2026, the whole day
  Tuesday 8 December 2026 10:00  mark  request 6 of Mark Bakker asked for: on Thursday 17 December 2026, the whole day
  Thursday 17 December 2026 00:00  majord  request 6 of Mark Bakker lapsed, since nobody decided before it began: on Thursday 17 December 2026, the whole day
