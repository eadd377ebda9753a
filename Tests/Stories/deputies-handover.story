story A deputyship is for the agent: where he hands a client over it ends, and that is told ahead

directory office
change "  - {id: sjansen" to "  - {id: avisser, name: Anna Visser, extension: 2104, user: anna}\n  - {id: sjansen"
change "primary: jdevries" to "handover: {from: 2026-12-14, primary: sjansen, backup: mbakker, introduced: 2026-12-10}\n    primary: jdevries"
at 2026-11-25 10:00
as manager deputy add avisser --for jdevries 1-12 31-12
  Anna Visser stands in for Joke de Vries from Tuesday 1 December 2026 until the end of Thursday 31 December 2026 (deputyship 1).
  Anna Visser stands in for Joke de Vries with Scholengroep Noord until Joke de Vries hands over on Monday 14 December 2026.
  It changes nothing as it stands: somebody else is there all the time.
as avisser deputy list
  1  Anna Visser for Joke de Vries: Tuesday 1 December 2026 to the end of Thursday 31 December 2026
       Anna Visser stands in for Joke de Vries with Scholengroep Noord until Joke de Vries hands over on Monday 14 December 2026.
as avisser agents
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      next: hands over Scholengroep Noord on Monday 14 December
  Mark Bakker    mbakker  2102  available  load 33%
      backup: Scholengroep Noord, Lyceumgroep Oost
  Anna Visser    avisser  2104  available  load 0%  (you)
      no clients
      next: deputy for Scholengroep Noord from Tuesday 1 December
  Samira Jansen  sjansen  2103  available  load 17%
      primary: Lyceumgroep Oost
      next: takes over Scholengroep Noord on Monday 14 December
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Deputyships that end before their last day until the end of Sunday 30 May 2027:
    Anna Visser for Joke de Vries with Scholengroep Noord: until the end of Sunday 13 December 2026, when Joke de Vries hands over (deputyship 1)
  …
at 2026-12-13 23:59
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2104:20 2000:0 primary
at 2026-12-14 00:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2103:20 2102:20 2000:0 primary
# Then it does nothing any more, and whoever looks is told.
as avisser deputy list
  1  Anna Visser for Joke de Vries: Tuesday 1 December 2026 to the end of Thursday 31 December 2026
       does nothing: Joke de Vries stands for nobody there any more; to end it: majorctl deputy cancel 1
as jdevries in nl deputy list
  1  Anna Visser voor Joke de Vries: …
       doet niets: Joke de Vries staat daar voor niemand meer
as manager check
  …agent `jdevries` is not in the pair for any client, so deputyship 1 does nothing; `majorctl deputy cancel 1` ends it
as manager deputy cancel 1
  …
