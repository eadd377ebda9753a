story A restart after a call was given away: nobody has it, and whoever answers next does

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx RELEASED call-1 2101
restart
busy nobody
pbx ANSWERED call-1 2102
busy mbakker
restart
busy mbakker
pbx ENDED call-1 ANSWER
record call-1
  …
  answered 2101 (jdevries) at 10:00:00
  released 2101
  turns 2101 until 10:00:00,2102 until 10:00:00
  ended answered at 10:00:00
