story Who got a call from a colleague had it last, also after a restart: the record tells who had it until when

directory office
change "ring: 20s" to "ring: 20s\nwhen_busy: ring"
at 2026-11-25 10:00

pbx ROUTE 0535550100 +31880001234 oost-1
pbx ANSWERED oost-1 2101
pbx ENDED oost-1 ANSWER
wait 1m
pbx ROUTE 0505550100 +31880001234 noord-1
pbx ANSWERED noord-1 2102
wait 5m
pbx RELEASED noord-1 2102
pbx ANSWERED noord-1 2101
wait 5m
as mbakker call noord-1
  …
    given away by   2102
    had by          2102  Mark Bakker  10:01 to 10:06
                    2101  Joke de Vries  since 10:06
  …
restart
pbx ENDED noord-1 ANSWER
restart
pbx CASE 2101 open N-1
  Case N-1 of Scholengroep Noord is open
  open
record noord-1
  …
  answered 2102 (mbakker) at 10:01:00
  released 2102
  turns 2102 until 10:06:00,2101 until 10:11:00
  ended answered at 10:11:00
as mbakker call noord-1
  …
    had by          2102  Mark Bakker  10:01 to 10:06
                    2101  Joke de Vries  10:06 to 10:11
    ended           answered, Wednesday 25 November 2026 10:11
  …
as manager calls --agent jdevries
  10:01  Scholengroep Noord  Mark Bakker (backup), 0.0 s  answered  noord-1
  …

# Who gave it away had it until then, and not until its end.
wait 1m
pbx ROUTE 0505550100 +31880001234 noord-2
pbx ANSWERED noord-2 2102
wait 1m
pbx RELEASED noord-2 2102
pbx ANSWERED noord-2 2101
wait 1m
pbx ROUTE 0505550100 +31880001234 noord-3
pbx ANSWERED noord-3 2102
pbx ENDED noord-3 ANSWER
wait 1m
pbx ENDED noord-2 ANSWER
pbx CASE 2102 open N-3
  Case N-3 of Scholengroep Noord is open
  open
