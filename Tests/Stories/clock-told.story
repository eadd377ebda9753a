story A time that the clock shows twice is told with its offset, wherever it is told

directory office
at 2026-10-20 10:00
as jdevries leave 25-10 01:00 "2026-10-25T02:30:00+01:00"
  You are on leave on Sunday 25 October 2026, 01:00 to 02:30 (UTC+1) (absence 1).
  …
as sjansen leave 25-10 02:45 25-10 05:00
  You are on leave on Sunday 25 October 2026, 02:45 (UTC+2) to 05:00 (absence 2).
  …
as manager absences
  1  Joke de Vries: leave on Sunday 25 October, 01:00 to 02:30 (UTC+1)
  2  Samira Jansen: leave on Sunday 25 October, 02:45 (UTC+2) to 05:00
at 2026-10-25T01:10:00+02:00
as visitor status
  …
  …Joke de Vries…away until 02:30 (UTC+1)
  …
at 2026-10-26 10:00
as manager leave 27-10 02:30 27-10 04:00 --agent sjansen
  Samira Jansen is on leave on Tuesday 27 October 2026, 02:30 to 04:00 (absence 3).
  …
