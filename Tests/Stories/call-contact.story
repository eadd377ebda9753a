story A call from a contact's mobile is the client's, by that person

directory office
at 2026-11-25 10:00
pbx ROUTE 0612345678 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
  client noord
  contact Karin Smit, directeur
record call-1
  from +31612345678
  client noord
  contact Karin Smit
  decided dial 2101:20 2102:20 2000:0 primary at 10:00:00
journal
  info Call from Scholengroep Noord (Karin Smit, +3161234****) to Joke de Vries on 2101: primary
