story Cover across several days erases nothing that lies between: hours, absences and other deputies stay

directory office
change "extension: 2102, user: mark}" to "extension: 2102, user: mark, hours: {mon-wed: \"08:00-17:00\"}}"
change "  - {id: sjansen" to "  - {id: avisser, name: Anna Visser, extension: 2104, user: anna}\n  - {id: sjansen"
at 2026-11-25 10:00
as manager deputy add avisser --for mbakker 1-12 3-12
  …
as manager leave 30-11 11-12 --agent jdevries --deputy sjansen
  Joke de Vries is on leave from Monday 30 November 2026 until the end of Friday 11 December 2026 (absence 1).
  Samira Jansen stands in for Joke de Vries with Scholengroep Noord from Monday 30 November 2026 until the end of Friday 11 December 2026 (deputyship 2).
  Calls for Joke de Vries's client go to Samira Jansen, at times to Mark Bakker and Anna Visser, until the end of Friday 11 December 2026: Scholengroep Noord.
as manager deputy list
  2  Samira Jansen for Joke de Vries with Scholengroep Noord: Monday 30 November 2026 to the end of Friday 11 December 2026
  1  Anna Visser for Mark Bakker: Tuesday 1 December 2026 to the end of Thursday 3 December 2026
as jdevries calendar
  From Monday 30 November 2026 until the end of Friday 11 December 2026: Joke de Vries away
    Scholengroep Noord: Samira Jansen, on Monday 30 November 2026, 00:00 to 08:00
    Scholengroep Noord: Mark Bakker, on Monday 30 November 2026, 08:00 to 17:00
    Scholengroep Noord: Samira Jansen, on Monday 30 November 2026, 17:00 to 24:00
    Scholengroep Noord: Anna Visser, on Tuesday 1 December 2026, 00:00 to 08:00
    Scholengroep Noord: Mark Bakker, on Tuesday 1 December 2026, 08:00 to 17:00
    Scholengroep Noord: Anna Visser, from Tuesday 1 December 2026 17:00 until Wednesday 2 December 2026 08:00
    Scholengroep Noord: Mark Bakker, on Wednesday 2 December 2026, 08:00 to 17:00
    Scholengroep Noord: Anna Visser, from Wednesday 2 December 2026 17:00 until the end of Thursday 3 December 2026
    Scholengroep Noord: Samira Jansen, from Friday 4 December 2026 until Monday 7 December 2026 08:00
    Scholengroep Noord: Mark Bakker, on Monday 7 December 2026, 08:00 to 17:00
    Scholengroep Noord: Samira Jansen, from Monday 7 December 2026 17:00 until Tuesday 8 December 2026 08:00
    Scholengroep Noord: Mark Bakker, on Tuesday 8 December 2026, 08:00 to 17:00
    Scholengroep Noord: Samira Jansen, from Tuesday 8 December 2026 17:00 until Wednesday 9 December 2026 08:00
    Scholengroep Noord: Mark Bakker, on Wednesday 9 December 2026, 08:00 to 17:00
    Scholengroep Noord: Samira Jansen, from Wednesday 9 December 2026 17:00 until the end of Friday 11 December 2026
# Mark has his hours as before; outside of them the one who was named first comes first, as long as it is her time.
at 2026-12-01 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2104:20 2103:20 2000:0 backup
at 2026-12-01 18:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2104:20 2103:20 2000:0 deputy
at 2026-12-04 00:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2103:20 2000:0 deputy
at 2026-12-07 09:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2102:20 2103:20 2000:0 backup
# A day within is cancelled; what lies on either side stays.
as jdevries cancel 1
  Absence 1 of Joke de Vries is cancelled.
  Samira Jansen still stands in for Joke de Vries with Scholengroep Noord: Monday 30 November 2026 to the end of Friday 11 December 2026 (deputyship 2); Samira Jansen or a manager can end that
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2101:20 2102:20 2103:20 2000:0 primary
as manager deputy list
  2  Samira Jansen for Joke de Vries with Scholengroep Noord: Monday 30 November 2026 to the end of Friday 11 December 2026
