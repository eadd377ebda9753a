story An override, or a deputy, that changes nothing is told

directory office
at 2026-11-25 10:00
as manager leave 1-12 --agent jdevries --override "moet echt"
  Joke de Vries is on leave on Tuesday 1 December 2026, the whole day (absence 1).
  The override changes nothing: no client is left without anybody.
  Calls for Joke de Vries's client go to Mark Bakker until the end of Tuesday 1 December 2026: Scholengroep Noord.
as manager leave 2-12 --agent jdevries --deputy sjansen
  Joke de Vries is on leave on Wednesday 2 December 2026, the whole day (absence 2).
  Nobody has to stand in, so nobody was named: somebody is there for every client.
  Joke de Vries is away from Tuesday 1 December 2026 until the end of Wednesday 2 December 2026, with leave 1.
  Calls for Joke de Vries's client go to Mark Bakker until the end of Wednesday 2 December 2026: Scholengroep Noord.
as manager deputy list
  Nobody stands in for anybody, now or later.
as jdevries history
  Wednesday 25 November 2026 10:00  manager  leave 1 of Joke de Vries entered: on Tuesday 1 December 2026, the whole day
  Wednesday 25 November 2026 10:00  manager  leave 2 of Joke de Vries entered: on Wednesday 2 December 2026, the whole day
