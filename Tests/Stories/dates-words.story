story Days and times are understood in the words of English and Dutch, and spelled out in the answer

directory office
at 2026-11-25 20:00

as jdevries leave next friday
  You are on leave on Friday 4 December 2026, the whole day (absence 1).
  `next friday` means Friday 4 December 2026: another week.
  …
as jdevries leave vrijdag
  You are on leave on Friday 27 November 2026, the whole day (absence 2).
  …
as sjansen leave volgende week vrijdag
  You are on leave on Friday 4 December 2026, the whole day (absence 3).
  …
as sjansen leave 24 dec
  You are on leave on Thursday 24 December 2026, the whole day (absence 4).
  …
as jdevries leave 24 december t/m 4 januari
  You are on leave from Thursday 24 December 2026 until the end of Monday 4 January 2027 (absence 5).
  `4 januari` means Monday 4 January 2027: another year.
  …
as sjansen leave morgen middag
  You are on leave on Thursday 26 November 2026, 12:30 to 18:00 (absence 6).
  …
as sjansen leave friday from 9 to 12
  You are on leave on Friday 27 November 2026, 09:00 to 12:00 (absence 7).
  …

# Their neighbours.
as sjansen leave van maandag tot donderdag
  You are on leave from Monday 30 November 2026 until the end of Wednesday 2 December 2026 (absence 8).
  Back on Thursday 3 December 2026.
  …
as jdevries leave 8 t/m 9 december
  You are on leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 (absence 9).
  …
as jdevries leave woensdag over een week
  You are on leave on Wednesday 2 December 2026, the whole day (absence 10).
  …
as jdevries leave vrijdag 5 december
  `vrijdag 5 december` is Saturday 5 December 2026; …
  exit 64
as jdevries leave friday half 10 to 12
  `half 10` is 09:30 to some and 10:30 to others; write one of them
  exit 64
as jdevries leave vrijdag t/m
  a day or a time is missing
  exit 64
as mbakker sick --until overmorgen 10.00
  You are reported sick until Friday 27 November 2026 10:00.
  …
