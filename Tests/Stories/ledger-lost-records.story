story Records that cannot be written before majord ends are lost, and that is said

directory office
at 2026-11-25 10:00
start
ledger breaks
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
stop
journal
  …
  error 2 records of calls could not be written to the ledger: lost
start
records
busy nobody
