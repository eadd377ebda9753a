story majord was away for longer than a call that is told to be up is held: its agent is still on the phone

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx UP call-1
stop
wait 20m
start
busy jdevries
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2102:20 2000:0 backup
wait 4m 59s
busy jdevries
wait 1s
busy nobody

# Who was let go before majord ended is not held again.
pbx ANSWERED call-2 2102
pbx UP call-2
wait 6m
busy nobody
pbx ROUTE 0505550100 +31880001234 call-3
stop
wait 1m
start
busy nobody
