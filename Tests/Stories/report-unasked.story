story Reports of a call that was never asked about count, and make a record

directory office
at 2026-11-25 10:00
pbx RINGING call-1 2101
busy jdevries
pbx ANSWERED call-1 2102
busy mbakker
pbx ENDED call-1 ANSWER
busy nobody
record call-1
  rang 2101 at 10:00:00
  answered 2102 (mbakker) at 10:00:00
  ended answered at 10:00:00
# The overflow's phone is nobody's.
pbx ANSWERED call-2 2000
busy nobody
pbx ENDED call-3 ""
record call-3
  ended cancelled at 10:00:00
