story A case from the desk phone is for the last call that the agent had: where that was no client's, for none

directory office
change "ring: 20s" to "ring: 20s\nwhen_busy: ring"
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 client-1
pbx ANSWERED client-1 2101
wait 5m
pbx ENDED client-1 ANSWER
pbx CASE 2101 open INC-1
  Case INC-1 of Scholengroep Noord is open
  open

# Somebody who is no client, by the overflow; then one who hides his number, and a call that nobody asked about.
pbx ROUTE 0201112299 +31880001234 stranger-1
  overflow 2000:0 unknown-caller
pbx ANSWERED stranger-1 2101
pbx CASE 2101 open INC-2
  Your last call was no client's, so it is not known whose case it is
  refused
pbx CASE 2101 close
  Your last call was no client's, so it is not known whose case it is
  refused
pbx ENDED stranger-1 ANSWER
pbx CASE 2101 open INC-2
  Your last call was no client's, so it is not known whose case it is
  refused
# A case that is named is closed all the same.
pbx CASE 2101 close INC-1
  Case INC-1 of Scholengroep Noord is closed
  closed

pbx ROUTE 0505550100 +31880001234 client-2
pbx ANSWERED client-2 2101
pbx ENDED client-2 ANSWER
pbx ANSWERED unasked-1 2101
pbx ENDED unasked-1 ANSWER
pbx CASE 2101 open INC-2
  Your last call was no client's, so it is not known whose case it is
  refused
restart
pbx CASE 2101 open INC-2
  Your last call was no client's, so it is not known whose case it is
  refused

# He dials a client, which counts after a restart, too; and then somebody else.
wait 1m
pbx CALLED back-1 2101 0535550100
pbx ANSWERED back-1 2101
pbx ENDED back-1 ANSWER
restart
pbx CASE 2101 open INC-3
  That is a case of another's client
  refused
wait 1m
pbx CALLED back-2 2101 0505550100
pbx ENDED back-2 NOANSWER
restart
pbx CASE 2101 open INC-3
  Case INC-3 of Scholengroep Noord is open
  open
wait 1m
pbx CALLED private-1 2101 0201112299
pbx ENDED private-1 ANSWER
pbx CASE 2101 close
  Your last call was no client's, so it is not known whose case it is
  refused
