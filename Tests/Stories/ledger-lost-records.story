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
at 10:05
start
records
busy nobody

# The next start tells of it, and the one after that no more.
as manager events
  1  10:00  ledger-unavailable: The ledger could not be written on Wednesday 25 November 2026, 10:00 to 10:00: 2 records of calls lost when majord ended
restart
as manager events
  1  10:00  ledger-unavailable: …
