story Leave until nine ends at nine, and not a millisecond before

directory office
at 2026-11-25 10:00
as jdevries leave tomorrow 08:00 tomorrow 09:00
at 2026-11-26 07:59:59.999
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 2026-11-26 08:59:59.999
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2102:20 2000:0 backup
pbx AGENT 2101 status
  Joke de Vries is away until 09:00
  away
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
pbx AGENT 2101 status
  Joke de Vries takes calls
  available
