story That a client has nobody is told once a gap: when it is opened, and when it comes

directory office
change "agents:" to "managers:\n  - {name: Els Mulder, user: emulder, email: e.mulder@supplier.example}\nagents:"
at 2026-11-25 10:00
as manager leave 26-11 10:00 11:00 --agent jdevries
as mbakker sick
as manager events
  1  10:00  client-uncovered: Scholengroep Noord has nobody …
# The gap that was told when it was opened is told when it comes, and not again while it lasts, whatever calls or is started.
at 2026-11-26 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  overflow 2050:0 uncovered
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2050:0 uncovered
restart
wait 5m
as manager events --kind client-uncovered
  1  …client-uncovered: Scholengroep Noord has nobody …
  2  10:00  client-uncovered: Scholengroep Noord has nobody on Thursday 26 November 2026, 10:00 to 11:00
journal
  …
  critical Scholengroep Noord has nobody from now on until 2026-11-26T11:00:00+01:00
  …
at 11:00
# Joke is back; her pause is another gap.
as jdevries pause 30m
wait 10s
as manager events --kind client-uncovered
  …
  5  11:00  client-uncovered: Scholengroep Noord has nobody on Thursday 26 November 2026, 11:00 to 11:30
wait 40m
# A sickness has no end that anybody knows, and neither has its gap.
as jdevries sick
as manager events --kind client-uncovered
  …
  6  11:40  client-uncovered: Scholengroep Noord has nobody from Thursday 26 November 2026 11:40
