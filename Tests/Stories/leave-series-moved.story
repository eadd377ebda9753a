story Hours that come back and are given other dates are told as they come

directory office
at 2026-11-26 10:00
as jdevries leave every wednesday from 9 to 12 from 2-12 until 1-2
  You are on leave every Wednesday, 09:00 to 12:00, from Wednesday 2 December 2026 …
  …
as jdevries change 1 10-12 14-1
  Leave 1 of Joke de Vries is changed: every Wednesday, 09:00 to 12:00, from Wednesday 16 December 2026 …
  …
at 2026-12-09 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-16 10:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup

# A reason has to be one.
as manager leave 18-12 --agent jdevries --override "  "
  …
  exit 1
as manager absences
  1  Joke de Vries: leave every Wednesday, 09:00 to 12:00, from Wednesday 16 December …
