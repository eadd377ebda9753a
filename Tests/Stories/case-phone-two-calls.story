story Of two calls that an agent has at a time the case is of the one that he has, or had last

directory office
change "ring: 20s" to "ring: 20s\nwhen_busy: ring"
change "primary: sjansen" to "primary: jdevries"
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 noord-1
pbx ANSWERED noord-1 2101
wait 5m
pbx ROUTE 0535550100 +31880001234 oost-1
pbx ANSWERED oost-1 2101
pbx CASE 2101 open O-1
  Case O-1 of Lyceumgroep Oost is open
  open
wait 1m
pbx ENDED oost-1 ANSWER
# He is back with Noord, also when that was asked about long ago, and somebody else called in between.
wait 10m
pbx ANSWERED stranger-1 2101
pbx ENDED stranger-1 ANSWER
pbx CASE 2101 open N-1
  Case N-1 of Scholengroep Noord is open
  open
wait 1m
pbx ENDED noord-1 ANSWER
pbx CASE 2101 open N-2
  Case N-2 of Scholengroep Noord is open
  open
restart
pbx CASE 2101 close
  Case N-2 of Scholengroep Noord is closed
  closed

# What is told late comes in its own time: the stranger's call was before.
wait 1m
pbx ROUTE 0535550100 +31880001234 oost-2
pbx ANSWERED oost-2 2101
pbx ENDED oost-2 ANSWER
pbx ANSWERED stranger-2 2101 90
pbx ENDED stranger-2 ANSWER 70
pbx CASE 2101 open O-2
  Case O-2 of Lyceumgroep Oost is open
  open
# An answer that comes after the end is one all the same, and one that is told again is no second one.
wait 1m
pbx ROUTE 0505550100 +31880001234 noord-3
pbx ENDED noord-3 ANSWER
pbx ANSWERED noord-3 2101
pbx ANSWERED oost-2 2101
pbx CASE 2101 open N-3
  Case N-3 of Scholengroep Noord is open
  open

# Somebody else gets the call: whoever had it, had it last.
wait 1m
pbx ROUTE 0535550100 +31880001234 oost-4
pbx ANSWERED oost-4 2101
pbx ENDED oost-4 ANSWER
pbx ROUTE 0505550100 +31880001234 noord-4
pbx ANSWERED noord-4 2102
wait 11m
pbx RELEASED noord-4 2102
pbx ANSWERED noord-4 2101
pbx ENDED noord-4 ANSWER
pbx CASE 2101 open N-4
  Case N-4 of Scholengroep Noord is open
  open
