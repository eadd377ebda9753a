story What calls of a month got, told to those who may know it

directory office
at 2026-11-25 10:00

# Joke answers one of Noord's calls after seven seconds; the caller of another hangs up, and is called back in time.
pbx ROUTE 0612345678 +31880001234 call-1
pbx RINGING call-1 2101
wait 7s
pbx ANSWERED call-1 2101
wait 1m
pbx ENDED call-1 ANSWER
pbx ROUTE 0612345678 +31880001234 call-2
wait 12s
pbx ENDED call-2 CANCEL
wait 10s
pbx CALLED out-1 2102 0612345678
pbx ANSWERED out-1 2102
wait 30s
pbx ENDED out-1 ANSWER
wait 1s

as jdevries report --client noord
  Scholengroep Noord, November 2026 (records from Wednesday 25 November 2026 on; provisional, until Wednesday 25 November 2026 10:02)
  …
  Calls in service hours                 2
  Answered by the pair                   1 of 2
  Hung up before answer                  1
  Not reported, or going on              0
  Outside service                        0
  Called by us (not reached)             1 (0)
  Missed calls                           1
  Called back in time                    1 of 1
  Still open (overdue)                   0 (0)
  Minutes with nobody, in service hours  0

# Samira is not of Noord's pair; and what has not begun has no figures.
as sjansen report --client noord
  …
  exit 77
as jdevries in nl report --client noord --month 2027-01
  die tijd is nog niet begonnen
  exit 1

# Nor has what majord was not there for: nothing is known of it, and nothing is told.
as jdevries in nl report --client noord --month vorige maand
  over die tijd is niets bekend: de gegevens beginnen op woensdag 25 november 2026
  exit 1
