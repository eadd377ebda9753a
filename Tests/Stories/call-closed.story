story Outside the level's hours a call goes to the answering machine; hours are half-open to the millisecond

directory office
at 2026-11-25 07:59:59.999
pbx ROUTE 0535550100 +31880001234 call-1
  overflow 2900:0 closed
  client oost
at 08:00
pbx ROUTE 0535550100 +31880001234 call-2
  dial 2103:20 2102:20 2000:0 primary
at 16:59:59.999
pbx ROUTE 0535550100 +31880001234 call-3
  dial 2103:20 2102:20 2000:0 primary
at 17:00
pbx ROUTE 0535550100 +31880001234 call-4
  overflow 2900:0 closed
# A Saturday, and a day of the level's own.
at 2026-11-28 10:00
pbx ROUTE 0535550100 +31880001234 call-5
  overflow 2900:0 closed
at 2026-12-31 10:00
pbx ROUTE 0535550100 +31880001234 call-6
  overflow 2900:0 closed
at 2027-01-04 10:00
pbx ROUTE 0535550100 +31880001234 call-7
  dial 2103:20 2102:20 2000:0 primary
