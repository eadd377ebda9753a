story A ledger that cannot be written: calls go on, changes are refused, and the records come when it can

directory office
at 2026-11-25 10:00
as sjansen pause 45m
ledger breaks
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ANSWERED call-1 2101
  OK
busy jdevries
as mbakker sick
  nothing was changed: the ledger cannot be used: …
  exit 1
pbx AGENT 2102 sick
  Not possible now, try again later
  refused
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2102:20 2000:0 backup
as manager status
  …
    degraded: the ledger is unavailable: changes are refused, and a restart now would lose 3 records of calls
  …
  exit 1
records
journal
  notice Samira Jansen is away from 2026-11-25T10:00:00+01:00 until 2026-11-25T10:45:00+01:00
  critical Calls go on, but their records wait: …
  …

ledger works
records
  call-1
  call-2
record call-1
  from +31505550100
  client noord
  decided dial 2101:20 2102:20 2000:0 primary at 10:00:00
  answered 2101 (jdevries) at 10:00:00
  has it 2101 (jdevries) at 10:00:00
as mbakker sick
  You are reported sick until further notice.
  …
as manager status
  majord …
  …
  exit 1
journal
  …
  notice The ledger is available again; the records of calls are complete
  …
