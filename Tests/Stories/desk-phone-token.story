story Over FastAGI only whoever shows the token reports or changes anything; a question needs none

directory office
at 2026-11-25 10:00
fastagi route 0505550100 +31880001234 call-1
  > token: none
  dial 2101:20 2102:20 2000:0 primary
fastagi agent 2101 sick
  > token: none
  STATE refused
  closed
fastagi answered call-1 2101
  > token: wrong
  ACCEPTED
busy nobody
as manager absences
  Nobody is absent or going to be.
journal
  info Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary
  warning … asked FastAGI for /agent without the token, and was refused
  warning … asked FastAGI for /answered with a wrong token, and was refused
