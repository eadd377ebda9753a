story On the day when clocks go forward, a skipped time is the change, and the day has 23 hours

directory office
at 2027-03-27 10:00
as jdevries leave 28-3 02:30 28-3 04:00
  You are on leave on Sunday 28 March 2027, 03:00 to 04:00 (absence 1).
  …
as sjansen leave 28-3 02:10 28-3 02:50
  it has no length: it begins and ends on Sunday 28 March 2027 03:00
  exit 1
at 2027-03-28T01:59:59.999+01:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 2027-03-28T04:00:00+02:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
