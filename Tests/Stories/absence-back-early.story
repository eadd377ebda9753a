story Who is back earlier ends what is in force; leave to come stays

directory office
at 2026-11-25 10:00
as jdevries sick --until monday
  You are reported sick, back on Monday 30 November 2026.
  …
as jdevries leave 1-12
at 2026-11-27 10:00
as jdevries back
  Welcome back: calls come to you again (sickness ended).
as jdevries back
  Joke de Vries is not absent
  exit 1
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
as jdevries absences
  2  Joke de Vries: leave on Tuesday 1 December, the whole day
as jdevries cancel 2
  Absence 2 of Joke de Vries is cancelled.
as jdevries cancel 2
  absence 2 of Joke de Vries was cancelled on Friday 27 November 2026 10:00 by joke
  exit 1
as jdevries cancel 9
  there is no absence 9 in force or to come; see majorctl absences
  exit 1
