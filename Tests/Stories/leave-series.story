story Leave that comes back every week: what lies between stays, one day is cancelled, back ends one

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon from 4-12 until 31-1
  You are on leave every Friday, 12:30 to 18:00, from Friday 4 December 2026 until the end of Saturday 30 January 2027 (absence 1).
  `31-1` means Sunday 31 January 2027: another year.
  …
# Nobody loses the time between two of them.
at 2026-12-03 14:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-04 14:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
as jdevries back
  Welcome back: calls come to you again (leave ended).
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
as jdevries cancel 1 --on 11-12
  Absence 1 of Joke de Vries is cancelled on Friday 11 December 2026; on other days it stays.
at 2026-12-11 14:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-18 14:00
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2102:20 2000:0 backup
as jdevries cancel 1
  Absence 1 of Joke de Vries is cancelled.
restart
pbx ROUTE 0505550100 +31880001234 call-6
  dial 2101:20 2102:20 2000:0 primary
as jdevries history
  Wednesday 25 November 2026 10:00  joke  leave 1 of Joke de Vries entered: …
  Friday 4 December 2026 14:00  joke  leave 1 of Joke de Vries ended for that day on Friday 4 December 2026 14:00: …
  Friday 4 December 2026 14:00  joke  leave 1 of Joke de Vries left out on Friday 11 December 2026: …
  Friday 18 December 2026 14:00  joke  leave 1 of Joke de Vries ended: …
