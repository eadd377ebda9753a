story A case is opened and closed from the desk phone, for the client whose call the agent has or had last

directory office
at 2026-11-25 10:00

pbx CASE 2101 open
  You have had no call of a client, so it is not known whose case it is
  refused

pbx ROUTE 0612345678 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx CASE 2101 open INC-7
  Case INC-7 of Scholengroep Noord is open
  open
pbx CASE 2101 open INC-7
  Case INC-7 of Scholengroep Noord was open already
  open
wait 5m
pbx ENDED call-1 ANSWER

# Karin's next call comes to Joke as the holder.
pbx ROUTE 0612345678 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 case
  case INC-7
pbx ENDED call-2 CANCEL

# Whose call it was is known after a restart, too.
restart
pbx CASE 2101 close
  Case INC-7 of Scholengroep Noord is closed
  closed
pbx CASE 2101 close
  You hold no case of Scholengroep Noord
  refused
pbx CASE 2999 open
  Extension 2999 belongs to no agent
  refused
pbx CASE 2101 reopen
  error ERR unknown wish 'reopen': open or close is meant
