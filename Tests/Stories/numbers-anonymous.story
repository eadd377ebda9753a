story Callers who hide their numbers, in every word for it, go to the overflow for them

directory office
at 2026-11-25 10:00

pbx ROUTE 0 +31880001234 call-1
  overflow 2010:0 anonymous
pbx ROUTE 0000 +31880001234 call-2
  overflow 2010:0 anonymous
pbx ROUTE 000000 +31880001234 call-3
  overflow 2010:0 anonymous
pbx ROUTE 0000000000 +31880001234 call-4
  overflow 2010:0 anonymous
pbx ROUTE withheld +31880001234 call-5
  overflow 2010:0 anonymous
pbx ROUTE Anonymous +31880001234 call-6
  overflow 2010:0 anonymous
pbx ROUTE "" +31880001234 call-7
  overflow 2010:0 anonymous
pbx ROUTE sip:anonymous@anonymous.invalid +31880001234 call-8
  overflow 2010:0 anonymous
pbx ROUTE '"Anonymous" <sip:restricted@trunk.example>' +31880001234 call-9
  overflow 2010:0 anonymous

record call-1
  from anonymous
  decided overflow 2010:0 anonymous at 10:00:00
