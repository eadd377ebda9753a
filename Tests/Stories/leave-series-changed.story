story Of hours that come back, what a change does not name stays

directory office
at 2026-11-25 10:00
as jdevries leave every other friday afternoon from 4-12 until 1-2
  You are on leave every other Friday, 12:30 to 18:00, from Friday 4 December 2026 …
  …
as jdevries cancel 1 --on 18-12
  …
as jdevries change 1 every other friday morning
  Leave 1 of Joke de Vries is changed: every other Friday, 06:00 to 12:30, from Friday 4 December 2026 …; before: every other Friday, 12:30 to 18:00, from Friday 4 December 2026 …
  …
at 2026-11-27 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-04 10:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
# Begun: the weeks stay those that they were, and what was cancelled stays so.
at 2026-12-09 10:00
as jdevries change 1 every other friday from 9 to 11
  Leave 1 of Joke de Vries is changed: every other Friday, 09:00 to 11:00, from …; before: …
  …
at 2026-12-11 10:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-18 10:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
at 2027-01-01 10:00
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2102:20 2000:0 backup
at 2027-01-04 10:00
# To come: it still begins when it was to, counted from there where the weeks are others.
as mbakker leave every friday morning from 5-2 until 1-5
  You are on leave every Friday, …, from Friday 5 February 2027 …
  …
as mbakker change 2 every other friday morning
  Leave 2 of Mark Bakker is changed: every other Friday, …, from Friday 5 February 2027 …
  …
at 2027-02-12 10:00
pbx ROUTE 0535550100 +31880001234 call-6
  dial 2103:20 2102:20 2000:0 primary
at 2027-02-19 10:00
pbx ROUTE 0535550100 +31880001234 call-7
  dial 2103:20 2000:0 primary
