story Calls to other numbers are passed on, leave no record, and hold nobody

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31201234567 call-1
  pass not-exclusive
  extension
pbx EXTENSION 0505550100 +31201234567 call-2
  null
pbx ROUTE 0505550100 0880001235 call-3
  pass not-exclusive
pbx ROUTE 0505550100 "" call-4
  pass not-exclusive
records
journal
busy nobody
