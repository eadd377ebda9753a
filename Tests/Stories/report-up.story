story A call that was told to be up is let go five minutes after the last time

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 3h
pbx UP call-1
  OK
wait 4m 59s 999ms
busy jdevries
wait 1ms
busy nobody
# It is up after all.
pbx UP call-1
busy jdevries
fastagi up call-1
  ACCEPTED 1
wait 5m
busy nobody
pbx UP never-asked
  OK
busy nobody
