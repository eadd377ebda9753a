story A busy agent's calls go to the other, and to the overflow for it when both are on the phone

directory office
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
# A phone that rings keeps its agent busy.
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2102:20 2000:0 backup
pbx ANSWERED call-1 2101
pbx ANSWERED call-2 2102
busy jdevries mbakker
pbx ROUTE 0505550201 +31880001234 call-3
  overflow 2060:0 busy
journal
  …
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup, since Joke de Vries is on the phone or being called
  …
  notice All who are there are on the phone or being called: the call from Scholengroep Noord (+3150555****) goes to the overflow 2060

# One is away and the other on the phone: he who is there is on the phone.
pbx ENDED call-1 ANSWER
as jdevries sick
pbx ROUTE 0505550202 +31880001234 call-4
  overflow 2060:0 busy
pbx ENDED call-2 ANSWER
pbx ROUTE 0505550203 +31880001234 call-5
  dial 2102:20 2000:0 backup
