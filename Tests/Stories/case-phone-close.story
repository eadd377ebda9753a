story Without a reference the phone closes the newest case of who was on the phone; where his number is not told, the client's newest

directory office
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx CASE 2101 open MAIN
  open
pbx ENDED call-1 ANSWER
pbx ROUTE 0505550201 +31880001234 call-2
pbx ANSWERED call-2 2101
pbx CASE 2101 open ROOM
  open
pbx ENDED call-2 ANSWER

# Neither has a contact, which is nothing that they have in common.
wait 1m
pbx ROUTE 0505550100 +31880001234 call-3
pbx ANSWERED call-3 2101
pbx CASE 2101 close
  Case MAIN of Scholengroep Noord is closed
  closed
pbx ENDED call-3 ANSWER
wait 1m
pbx ROUTE 0505550299 +31880001234 call-4
pbx ANSWERED call-4 2101
pbx CASE 2101 close
  Case ROOM of Scholengroep Noord is closed
  closed
