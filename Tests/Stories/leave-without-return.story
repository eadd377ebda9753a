story Leave without a day of return is one day; what has no end is sickness, which is asked after

directory office
at 2026-11-25 10:00
as jdevries leave 1-12
  You are on leave on Tuesday 1 December 2026, the whole day (absence 1).
  Calls for your client go to Mark Bakker until the end of Tuesday 1 December 2026: Scholengroep Noord.
as jdevries call org.majord.Roster.PlanLeave '{"from": "2026-12-05T00:00:00+01:00"}'
  error org.majord.Roster.InvalidPeriod
as jdevries sick
  You are reported sick until further notice.
  Calls for your client go to Mark Bakker: Scholengroep Noord.
at 2026-12-09 09:59
as manager status
  majord 0, generation 3: 2 of 2 clients covered, 1 agent absent
    Joke de Vries  2101  sick
    Mark Bakker    2102  available
    Samira Jansen  2103  available
at 2026-12-09 10:01
as manager status
  majord 0, generation 3: 2 of 2 clients covered, 1 agent absent
    Joke de Vries has been sick since Wednesday 25 November 2026 (absence 2): ask whether that is so still
    Joke de Vries  2101  sick
    Mark Bakker    2102  available
    Samira Jansen  2103  available
as manager digest
  Coverage on Wednesday 9 December 2026
  …
  The backup is there alone until the end of Sunday 20 December 2026:
    Scholengroep Noord: Mark Bakker, Wednesday 9 December to Sunday 20 December
  …
  Sick for longer than 14 days, without an end:
    Joke de Vries, since Wednesday 25 November 10:00 (absence 2)
  …
as jdevries status
  majord 0, generation 3: 2 of 2 clients covered, 1 agent absent
    Joke de Vries  2101  sick  (you)
    Mark Bakker    2102  available
    Samira Jansen  2103  available
as jdevries coverage --weeks 3
  Coverage from Wednesday 9 December 2026 to Sunday 27 December 2026
  …
                     wk 50   wk 51   wk 52
                     7 Dec   14 Dec  21 Dec
                     MTWTFSS MTWTFSS MTWTFSS
  Scholengroep Noord   ▄▄▄▄▄ ▄▄▄▄▄▄▄ ▄▄▄▄▄▄▄
  Lyceumgroep Oost     ███·· █████·· █████··
  …
  █ both  ▄ one of the two  · closed
  A day shows the worst of its service hours.
  …
  No gaps until the end of Sunday 27 December 2026.
as mbakker calendar --agent jdevries
  Wednesday 25 November 2026 10:00, until further notice: Joke de Vries away
    Scholengroep Noord: Mark Bakker
