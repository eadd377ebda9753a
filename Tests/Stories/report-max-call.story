story A call that never reported its end stops counting after max_call

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 3h 59m 59s 999ms
busy jdevries
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2102:20 2000:0 backup
wait 1ms
busy nobody
pbx ROUTE 0505550201 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
