story A restart while a phone rings: asked again, the call has its decision, and goes on to the next

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx RINGING call-1 2101
wait 10s
restart
# Somebody becomes sick meanwhile: what was decided stands, and he is passed over behind it.
as sjansen sick
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx NEXT call-1 NOANSWER 2101
  dial 2102:20 2000:0 primary
pbx ANSWERED call-1 2102
busy mbakker
records
  call-1
pbx ENDED call-1 ANSWER
busy nobody
