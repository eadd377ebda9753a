story NEXT gives the one behind the phone that was tried, and the same again when it is asked again

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx NEXT call-1 NOANSWER 2101
  dial 2102:20 2000:0 primary
  extension 2102
  role backup
pbx NEXT call-1 NOANSWER 2101
  extension 2102
pbx NEXT call-1 BUSY 2102
  overflow 2000:0 primary
pbx NEXT call-1 486 2102
  overflow 2000:0 primary
pbx NEXT call-1 NOANSWER 2000
  overflow exhausted

# Without the phone the last one given counts.
pbx ROUTE 0505550200 +31880001234 call-2
pbx NEXT call-2 NOANSWER
  extension 2102
pbx NEXT call-2 NOANSWER
  extension 2000
# Whoever became busy meanwhile is passed over.
pbx ROUTE 0505550201 +31880001234 call-3
pbx ROUTE 0535550100 +31880001234 call-4
pbx ANSWERED call-4 2102
pbx NEXT call-3 NOANSWER 2101
  overflow 2000:0 primary
# Behind an answer there is nothing, and a call that was never asked about goes to the overflow.
pbx ROUTE 0505550202 +31880001234 call-5
pbx NEXT call-5 CANCEL
  overflow exhausted
pbx NEXT never-asked NOANSWER
  overflow 2000:0 unknown-call
pbx NEXT call-5 PERHAPS
  error ERR unknown status 'PERHAPS': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant
