story Whoever opens a case again is told what becomes of what he says of it, and his note is kept once

directory office
at 2026-11-25 10:00

as manager case open noord --ref T-1 --note "printer stuk"
  Case #1 (T-1) of Scholengroep Noord is open; Joke de Vries comes first for their calls.
as manager case open noord --ref T-1
  Case #1 (T-1) of Scholengroep Noord was open already; Joke de Vries has it.
as manager case open noord --ref T-1 --note "printer stuk"
  Case #1 (T-1) of Scholengroep Noord was open already; Joke de Vries has it.
  It has that note already.
at 11:00
as manager case open noord --ref T-1 --note "toner op" --holder mbakker --kind request --contact "Karin Smit"
  Case #1 (T-1) of Scholengroep Noord was open already; Joke de Vries has it.
  The note is kept with it.
  Joke de Vries keeps it; majorctl case give '#1' mbakker gives it to the other.
  Its kind stays incident.
  It stays a case without a contact.
as manager in nl case open noord --ref T-1 --note "toner op" --holder jdevries --kind incident
  Zaak #1 (T-1) van Scholengroep Noord was al open; Joke de Vries heeft hem.
  Die notitie staat er al bij.
as manager case show T-1
  …1 (T-1)  incident  Scholengroep Noord: Joke de Vries, since 10:00
  Wednesday 25 November 2026 10:00  manager  case #1 of Scholengroep Noord opened: …
  Wednesday 25 November 2026 11:00  manager  …toner op…
as manager call org.majord.Cases.Open '{"client": "noord", "reference": "T-1", "note": "nog iets"}'
  new false
  noted true
as manager call org.majord.Cases.Open '{"client": "noord", "reference": "T-1", "note": "nog iets"}'
  noted false
as manager case open noord --ref T-1 --note ""
  a note is one readable line of up to 2,000 bytes
  exit 1
as manager case open noord --contact ""
  name a contact of Scholengroep Noord: Karin Smit
  exit 1

# Blanks do not make another reference, over any way.
as manager case open noord --ref "  Ticket   12 "
  Case #2 (Ticket 12) of Scholengroep Noord is open; …
as manager case open noord --ref "Ticket 12"
  Case #2 (Ticket 12) of Scholengroep Noord was open already; …
pbx ROUTE 0612345678 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx CASE 2101 open " Ticket  12"
  Case Ticket 12 of Scholengroep Noord was open already
  open
as manager call org.majord.Cases.Close '{"case": " Ticket 12 "}'
  case.reference Ticket 12
as manager case show " Ticket  12"
  …2 (Ticket 12)  …
  …
