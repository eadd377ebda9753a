story Whom else an agent calls is nobody's concern, after a restart either

directory office
at 2026-11-25 10:00
pbx CALLED out-1 2102 0201112299
  OK
restart
pbx ANSWERED out-1 2102
  OK
busy nobody
pbx ENDED out-1 ANSWER
  OK
records
wait 32s
# The id comes again for a call of ours.
pbx CALLED out-2 2102 0201112299
restart
pbx ROUTE 0505550100 +31880001234 out-2
restart
pbx ANSWERED out-2 2101
busy jdevries
pbx ENDED out-2 ANSWER
busy nobody
record out-2
  …
  answered 2101 (jdevries) at 10:00:32
  ended answered at 10:00:32
