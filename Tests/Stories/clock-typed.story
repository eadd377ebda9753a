story A time that the clock skips or shows twice is told of in the answer, with what counts

directory office
at 2026-10-20 10:00
as jdevries leave 25-10 01:30 25-10 02:30
  You are on leave on Sunday 25 October 2026, 01:30 to 02:30 (UTC+2) (absence 1).
  `25-10 02:30` comes twice that day, as the clock is set back: the first of the two counts (UTC+2).
  …
as manager route 0505550100 --at "25-10 02:15"
  At Sunday 25 October 2026 02:15 (UTC+2)
  `25-10 02:15` comes twice that day, as the clock is set back: the first of the two counts (UTC+2).
  …
at 2027-03-20 10:00
as jdevries leave 28-3 02:30 28-3 05:00
  You are on leave on Sunday 28 March 2027, 03:00 to 05:00 (absence 2).
  `28-3 02:30` is not on the clock that day, which is set forward then: it counts from Sunday 28 March 2027 03:00.
  …
as sjansen in nl leave 28-3 00:30 28-3 02:30
  Je bent met verlof op zondag 28 maart 2027, 00:30 tot 03:00 (afwezigheid 3).
  `28-3 02:30` komt die dag niet op de klok, want dan gaat die vooruit: het geldt vanaf zondag 28 maart 2027 03:00.
  …
as manager sick --agent mbakker --until "28-3 02:30"
  Mark Bakker is reported sick until Sunday 28 March 2027 03:00.
  `28-3 02:30` is not on the clock that day, which is set forward then: it counts from Sunday 28 March 2027 03:00.
  …
