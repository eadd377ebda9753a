story An agent who is held by a call that is over frees himself at the phone

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 30m
pbx AGENT 2101 free
  Joke de Vries takes calls
  available
busy nobody
pbx ANSWERED call-1 2101
busy nobody
pbx AGENT 2101 free
  Joke de Vries takes calls
  available
journal
  …
  notice Joke de Vries, on the phone since 2026-11-25T10:00:00+01:00, was freed from call call-1 by phone 2101 (pbx.sock, uid 998 asterisk)
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
