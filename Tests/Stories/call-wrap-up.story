story After a call the agent comes behind the other of the pair for a while, also over a restart, but not for the same client

directory office
change "ring: 20s" to "ring: 20s\nwrap_up: 3m"
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ANSWERED call-1 2101
wait 5m
pbx ENDED call-1 ANSWER
busy nobody
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ENDED call-2 CANCEL
pbx ROUTE 0535550100 +31880001234 call-3
  dial 2103:20 2102:20 2000:0 primary
pbx ANSWERED call-3 2103
wait 1m
pbx ENDED call-3 ANSWER
# Samira has spoken with Oost, and Mark is free.
restart
pbx ROUTE 0535550100 +31880001234 call-4
  dial 2103:20 2102:20 2000:0 primary
pbx ENDED call-4 CANCEL
change "primary: jdevries" to "primary: sjansen"
as manager reload
  …
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2102:20 2103:20 2000:0 backup
pbx ENDED call-5 CANCEL
as manager explain 0505550100
  …
    primary        Samira Jansen on 2103 is available, and wraps up a call until 10:09
  …
wait 2m 59s 999ms
pbx ROUTE 0505550100 +31880001234 call-6
  dial 2102:20 2103:20 2000:0 backup
pbx ENDED call-6 CANCEL
as manager call call-6
  …
    considered      Mark Bakker (backup)
                    Samira Jansen (primary): later, has just been on a call
  …
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-7
  dial 2103:20 2102:20 2000:0 primary
