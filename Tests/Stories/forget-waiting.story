story A number that waits to be recorded is not forgotten before it is recorded

directory office
at 2026-11-25 10:00
pbx ROUTE 0677665544 +31880001234 call-1
  overflow 2000:0 unknown-caller
records
  call-1
ledger breaks
pbx ROUTE 0677665544 +31880001234 call-2
  overflow 2000:0 unknown-caller
as manager forget 0677665544 --dry-run
  nothing was changed: records of calls are not written yet (1), and may have it: …
  exit 1
as manager forget 0677665544 --yes
  nothing was changed: records of calls are not written yet (1), and may have it: …
  exit 1

ledger works
as manager forget 0677665544 --yes
  Forgotten in: calls 2.
  …
