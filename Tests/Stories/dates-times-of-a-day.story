story Times belong to the day before them, and a day without times is whole

directory office
at 2026-11-25 20:00

as jdevries leave tomorrow 09:00 tomorrow 12:00
  You are on leave on Thursday 26 November 2026, 09:00 to 12:00 (absence 1).
  …
as jdevries leave monday 09:00 12:00
  You are on leave on Monday 30 November 2026, 09:00 to 12:00 (absence 2).
  …
as jdevries leave friday friday
  You are on leave on Friday 27 November 2026, the whole day (absence 3).
  …
as sjansen leave tomorrow tomorrow
  You are on leave on Thursday 26 November 2026, the whole day (absence 4).
  …
as sjansen leave friday
  You are on leave on Friday 27 November 2026, the whole day (absence 5).
  …
as sjansen leave "monday 09:00 tuesday"
  You are on leave from Monday 30 November 2026 09:00 until the end of Tuesday 1 December 2026 (absence 6).
  …

# What was entered is what is done.
at 2026-11-26 08:59:59.999
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
at 2026-11-26 09:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 2026-11-26 12:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
