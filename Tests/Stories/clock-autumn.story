story On the day when clocks go back, an hour comes twice: a time is its first occurrence, and the day has 25 hours

directory office
at 2026-10-24 10:00
as jdevries leave 25-10 01:30 25-10 02:30
  You are on leave on Sunday 25 October 2026, 01:30 to 02:30 (UTC+2) (absence 1).
  …
at 2026-10-25T02:29:59.999+02:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
# The same time once more is an hour later, and he is there.
at 2026-10-25T02:15:00+01:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
# A whole day ends with its 25th hour.
as jdevries leave today
at 2026-10-25T23:59:59.999+01:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2102:20 2000:0 backup
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary
