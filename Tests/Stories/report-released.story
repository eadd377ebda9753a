story A call that was given away holds who answers next; the first keeps the credit

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
wait 1m
pbx RELEASED call-1 2101
busy nobody
wait 5s
pbx ANSWERED call-1 2103
busy sjansen
record call-1
  …
  answered 2101 (jdevries) at 10:00:00
  has it 2103 (sjansen) at 10:01:05
  released 2101
  turns 2101 until 10:01:00
journal
  info Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary
  info Joke de Vries answered the call from Scholengroep Noord on 2101
  info Samira Jansen took over the call from Scholengroep Noord on 2103
# To a phone that is no agent's.
pbx RELEASED call-1 2103
pbx ANSWERED call-1 7777
busy nobody
pbx ENDED call-1 ANSWER
busy nobody
