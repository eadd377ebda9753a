story A phone that rang and was never heard of again is free by itself

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
wait 29s 999ms
busy jdevries
wait 1ms
busy nobody
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
