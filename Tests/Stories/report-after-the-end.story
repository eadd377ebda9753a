story An answer that is reported after the call's end holds nobody, and counts all the same

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
wait 8s
pbx ENDED call-1 ANSWER
wait 1s
pbx ANSWERED call-1 2101
busy nobody
record call-1
  from +31505550100
  client noord
  decided dial 2101:20 2102:20 2000:0 primary at 10:00:00
  rang 2101 at 10:00:00
  answered 2101 (jdevries) at 10:00:08
  ended answered at 10:00:08
  late ANSWERED 2101
journal
  info Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary
  info Joke de Vries answered the call from Scholengroep Noord on 2101, which was reported after its end
# Once more, and nothing is new.
pbx ANSWERED call-1 2101
pbx ENDED call-1 CANCEL
pbx RINGING call-1 2102
busy nobody
journal
record call-1
  …
  ended answered at 10:00:08
  late …
