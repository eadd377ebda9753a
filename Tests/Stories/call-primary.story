story A client's call goes to the primary agent, and is recorded to its end

directory office
at 2026-11-25 10:00

# What a PBX asks: the caller, the number that was called, and its own id of the call.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
  agent jdevries
  client noord
  client-name Scholengroep Noord

wait 2s
pbx RINGING call-1 2101
  OK
wait 5s
pbx ANSWERED call-1 2101
busy jdevries
wait 10m
pbx ENDED call-1 ANSWER
busy nobody

record call-1
  from +31505550100
  client noord
  decided dial 2101:20 2102:20 2000:0 primary at 10:00:00
  rang 2101 at 10:00:02
  answered 2101 (jdevries) at 10:00:07
  ended answered at 10:10:07

journal
  info Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary
  info Joke de Vries answered the call from Scholengroep Noord on 2101
