story A clock that was ahead and is set back: what it took for over is in force again, and calls begin no later than now

directory office
at 2026-11-25 10:00
as jdevries leave tomorrow
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
# A wrong clock for a while.
clock 2026-11-28 10:00
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ANSWERED call-2 2101
clock 2026-11-26 10:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2102:20 2000:0 backup
pbx AGENT 2101 status
  Joke de Vries is away until the end of Thursday 26 November, on the phone since 10:00 (call call-2)
  away
wait 4h
busy nobody
