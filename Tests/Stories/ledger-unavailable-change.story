story A change that the ledger refused is told, and noticed as over once it can be written

directory office
at 2026-11-25 10:00
start
ledger breaks
as jdevries sick
  nothing was changed: the ledger cannot be used: …
  exit 1
pbx ROUTE anonymous +31880001234 ""
  overflow 2010:0 anonymous
journal
  error The ledger refused a change: the ledger cannot be used: …
  critical Calls go on, but their records wait: …
  info Call from a hidden number to the overflow on 2010: anonymous
ledger works
journal
  notice The ledger is available again; the records of calls are complete
as jdevries sick
as manager absences
  1  Joke de Vries: sickness from 10:00 until further notice
