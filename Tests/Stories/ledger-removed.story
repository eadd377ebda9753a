story While the ledger's file is away calls go on, and no change is taken that would be gone with majord

directory office
at 2026-11-25 10:00
as manager case open noord --ref BEFORE
ledger goes
journal
  notice Case #1 of Scholengroep Noord is open
  error Calls go on, and changes are refused: somebody has removed /var/lib/majord/ledger.sqlite; put it back, or restore a backup
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 case
pbx ANSWERED call-1 2101
  OK
as manager case open noord --ref MEANWHILE
  nothing was changed: the ledger cannot be used: somebody has removed /var/lib/majord/ledger.sqlite; put it back, or restore a backup
  exit 1
as jdevries sick
  nothing was changed: the ledger cannot be used: …
  exit 1
as manager status
  …
    degraded: /var/lib/majord/ledger.sqlite was removed: changes are refused, and a restart now would lose 2 records of calls; put it back, or restore a backup
  …
  exit 1
as manager in nl status
  …
    beperkt: /var/lib/majord/ledger.sqlite is verwijderd: wijzigingen worden geweigerd, en bij een herstart nu gaan 2 vastleggingen van gesprekken verloren; zet het terug, of een reservekopie
  …
  exit 1

# Put back it is written at once, and it is told.
at 10:05
ledger returns
journal
  …
  notice The ledger is available again; the records of calls are complete
records
  call-1
as manager events
  1  10:00  ledger-unavailable: The ledger could not be written on Wednesday 25 November 2026, 10:00 to 10:05: …
as jdevries sick
  …
