story Whoever was freed stays free over a restart, whatever is repeated

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 10m
pbx AGENT 2101 status
  Joke de Vries is on the phone since 10:00 (call call-1)
  busy
as jdevries release
  You are not counted as busy any more (on the phone since 10:00, call call-1).
busy nobody
as jdevries release
  Joke de Vries is on no call
  exit 1
restart
pbx ANSWERED call-1 2101
pbx UP call-1
busy nobody
pbx ENDED call-1 ANSWER
record call-1
  …
  answered 2101 (jdevries) at 10:00:00
  ended answered at 10:10:00
