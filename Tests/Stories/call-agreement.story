story Before an agreement starts and after it ends a client is known, and not entitled

directory office
change "title: Afspraken Oost, start: 2026-01-01" to "title: Afspraken Oost, start: 2026-12-01"
change "overflow: {" to "overflow: {agreement-not-started: 2030, agreement-ended: 2031, "
at 2026-11-30 12:00
pbx ROUTE 0535550100 +31880001234 call-1
  overflow 2030:0 agreement-not-started
  client oost
  client-name Lyceumgroep Oost
at 2026-11-30 23:59:59.999
pbx ROUTE 0535550100 +31880001234 call-2
  overflow 2030:0 agreement-not-started
# At midnight it has begun; the level opens at eight.
at 2026-12-01 00:00
pbx ROUTE 0535550100 +31880001234 call-3
  overflow 2900:0 closed
at 2026-12-01 08:00
pbx ROUTE 0535550100 +31880001234 call-4
  dial 2103:20 2102:20 2000:0 primary
# The last day counts.
at 2027-12-31 12:00
pbx ROUTE 0535550100 +31880001234 call-5
  dial 2103:20 2102:20 2000:0 primary
at 2027-12-31 23:59:59.999
pbx ROUTE 0535550100 +31880001234 call-6
  overflow 2900:0 closed
at 2028-01-01 00:00
pbx ROUTE 0535550100 +31880001234 call-7
  overflow 2031:0 agreement-ended
  client oost
