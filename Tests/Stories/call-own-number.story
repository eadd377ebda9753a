story A client's own number is nobody else's: whoever hides his number there is that client's, another client goes to the overflow

directory office
change "[+31 88 000 12 34]" to "[+31 88 000 12 34, {number: +31 88 000 12 40, client: noord}]"
change "busy: 2060" to "busy: 2060, other-client: 2001"
at 2026-11-25 10:00
pbx ROUTE anonymous +31880001240 call-1
  dial 2101:20 2102:20 2000:0 primary
  client noord
pbx ROUTE +31209999999 0880001240 call-2
  dial 2101:20 2102:20 2000:0 primary
  client noord
pbx ROUTE 0612345678 +31880001240 call-3
  dial 2101:20 2102:20 2000:0 primary
  contact Karin Smit, directeur
pbx ROUTE 0535550100 +31880001240 call-4
  overflow 2001:0 other-client
  client oost
pbx ROUTE 2102 +31880001240 call-5
  overflow 2020:0 internal
pbx ROUTE anonymous +31880001234 call-6
  overflow 2010:0 anonymous
pbx ROUTE 0535550100 +31880001234 call-7
  dial 2103:20 2102:20 2000:0 primary
journal
  …
as manager explain anonymous --called +31880001240
  …
    called number  +31880001240 is the exclusive number of Scholengroep Noord alone
    caller         a hidden number tells no client, and counts as Scholengroep Noord
  …
as manager explain 0535550100 --called +31880001240
  …
    called number  +31880001240 is the exclusive number of Scholengroep Noord alone
    caller         +31535550100 is Lyceumgroep Oost, in `053 555 01 00` …
  …
