story An agent's own working hours end his turn, to the millisecond

directory office
change "extension: 2101, user: joke}" to "extension: 2101, user: joke, hours: {mon-fri: [\"08:00-12:30\", \"13:00-17:00\"]}}"
at 2026-11-25 12:29:59.999
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
at 12:30
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 13:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
at 18:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2102:20 2000:0 backup
pbx AGENT 2101 status
  Joke de Vries is outside working hours until Thursday 26 November 08:00
  off-hours
journal
  …
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup, since Joke de Vries is outside working hours
  …
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup, since Joke de Vries is outside working hours
