story A restart while agents are on the phone: they still are, until the calls end or last too long

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx ROUTE 0535550100 +31880001234 call-2
pbx ANSWERED call-2 2103
wait 1h
restart
busy jdevries sjansen
pbx ROUTE 0505550200 +31880001234 call-3
  dial 2102:20 2000:0 backup
pbx ENDED call-1 ANSWER
busy sjansen
wait 2h 59m 59s 999ms
busy sjansen
restart
busy sjansen
wait 1ms
busy nobody
