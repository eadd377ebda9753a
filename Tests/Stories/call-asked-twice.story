story The same call asked about twice gets the same decision, and is recorded once

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
as jdevries sick
# A PBX asks again after its time-out: in another form too, and whoever has gone meanwhile.
wait 150ms
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE sip:+31505550100@trunk.example 0880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
fastagi route 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
agi route 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
records
  call-1

# Another caller under the same id is another call.
pbx ROUTE 0535550100 +31880001234 call-1
  dial 2103:20 2102:20 2000:0 primary
records
  call-1
  call-1
# Without an id each question is one of its own.
pbx ROUTE 0505550100 +31880001234 ""
  dial 2102:20 2000:0 backup
pbx ROUTE 0505550100 +31880001234 ""
records
  call-1
  call-1
  (without an id)
  (without an id)
