story Of two phones that answer at once one has the call; who had his turn first has it and the credit

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
wait 20s
pbx NEXT call-1 NOANSWER 2101
pbx RINGING call-1 2102
wait 3s
pbx ANSWERED call-1 2102
busy mbakker
# The report of the phone before comes late: the call has gone on.
pbx ANSWERED call-1 2101
busy mbakker
record call-1
  …
  rang 2101,2102 at 10:00:00
  answered 2102 (mbakker) at 10:00:23
  has it 2102 (mbakker) at 10:00:23
  late ANSWERED 2101
pbx ENDED call-1 ANSWER
busy nobody
