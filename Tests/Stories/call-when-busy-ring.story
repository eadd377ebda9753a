story With `when_busy: ring` calls come to agents who are on the phone all the same

directory office
change "ring: 20s" to "when_busy: ring"
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
busy jdevries
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
as jdevries sick
pbx ROUTE 0505550201 +31880001234 call-3
  dial 2102:20 2000:0 backup
