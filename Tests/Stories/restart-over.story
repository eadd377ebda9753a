story A restart after the end: what is over stays over

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
pbx ENDED call-1 CANCEL
restart
pbx ANSWERED call-1 2101
busy nobody
record call-1
  …
  answered 2101 (jdevries) at 10:00:00
  ended cancelled at 10:00:00
  late ANSWERED 2101
wait 12m
restart
pbx ANSWERED call-1 2101
pbx RINGING call-1 2102
busy nobody
