story An id that comes again 32 seconds after its call's end is another call

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 1m
pbx ENDED call-1 ANSWER
wait 31s 999ms
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
records
  call-1
pbx ANSWERED call-1 2101
busy nobody
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
records
  call-1
  call-1
pbx ANSWERED call-1 2101
busy jdevries
