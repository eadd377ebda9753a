story That the ledger could not be written is told once it can be again, with what happened meanwhile

directory office
at 2026-11-25 10:00
start
ledger breaks
pbx ROUTE 0505550100 +31880001234 call-1
pbx PHONE 2101 unreachable
records
at 10:05
ledger works
as manager events
  1  10:00  phone-unreachable: The phone of Joke de Vries cannot be reached: 2101
  2  10:00  ledger-unavailable: The ledger could not be written on Wednesday 25 November 2026, 10:00 to 10:05: …
