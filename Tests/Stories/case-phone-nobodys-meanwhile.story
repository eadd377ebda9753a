story Whom an agent calls during a client's call is of that call; whom he calls after it is his last call

directory office
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 noord-1
pbx ANSWERED noord-1 2101
wait 1m
pbx CALLED supplier-1 2101 0201112299
pbx ANSWERED supplier-1 2101
pbx CASE 2101 open N-1
  Case N-1 of Scholengroep Noord is open
  open
wait 1m
pbx ENDED noord-1 ANSWER
wait 1m
# He has been on with the supplier a minute longer.
pbx ENDED supplier-1 ANSWER
pbx CASE 2101 open N-2
  Case N-2 of Scholengroep Noord is open
  open
wait 1m
pbx CALLED private-1 2101 0201112299
pbx CASE 2101 open N-3
  Your last call was no client's, so it is not known whose case it is
  refused
pbx CASE 2101 close
  Your last call was no client's, so it is not known whose case it is
  refused
# One that is named is known.
pbx CASE 2101 close N-1
  Case N-1 of Scholengroep Noord is closed
  closed
