story Feature codes at the desk phone do what the agent may: sick, back, a pause, how he stands

directory office
at 2026-11-25 10:00
pbx AGENT 2101 status
  Joke de Vries takes calls
  available
pbx AGENT 2101 pause 45m
  Joke de Vries is away until 10:45
  away
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
journal
  notice Joke de Vries is away from 2026-11-25T10:00:00+01:00 until 2026-11-25T10:45:00+01:00
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup, since Joke de Vries is away until 2026-11-25T10:45:00+01:00
agi agent 2101 back
  STATE available
  SENTENCE Joke de Vries takes calls
fastagi agent 2101 sick
  STATE away
  SENTENCE Joke de Vries is away
pbx AGENT 2101 BACK
  Joke de Vries takes calls
  available
pbx AGENT 2101 back
  Joke de Vries takes calls
  available
# The journal tells which phone it was, and not why.
journal
  notice Absence 1 of Joke de Vries ended by phone 2101 (pbx.sock, uid 998 asterisk)
  notice Joke de Vries is away from 2026-11-25T10:00:00+01:00
  notice Absence 2 of Joke de Vries ended by phone 2101 (pbx.sock, uid 998 asterisk)
# What is wrong is said on the display, in the same words over every way.
pbx AGENT 2000 sick
  Extension 2000 belongs to no agent
  refused
pbx AGENT 2101 holiday
  error ERR unknown wish 'holiday': status, sick, back, pause or free is meant
agi agent 2101 pause
  STATE refused
  SENTENCE pause takes a duration such as 45m, 2h or 1h30m
fastagi agent 2101 pause 25h
  STATE refused
  SENTENCE duration '25h' is not 1m to 24h, such as 45m, 2h or 1h30m
pbx AGENT 2101 sick 45m
  error ERR sick takes no duration
