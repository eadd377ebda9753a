story A call that was forwarded counts as the caller's, or as that of who forwarded it where the directory says so

directory office
at 2026-11-25 10:00
# Noord's reception forwards the call of a parent.
pbx ROUTE +31612399999 +31880001234 call-1 +31505550100
  overflow 2000:0 unknown-caller
pbx ROUTE 0505550100 +31880001234 call-2 0535550100
  dial 2101:20 2102:20 2000:0 primary
change "ring: 20s" to "ring: 20s\ndiverted: diverter"
as manager reload
  …
pbx ROUTE +31612399999 +31880001234 call-3 050-5550100
  dial 2101:20 2102:20 2000:0 primary
  client noord
record call-3
  from +31505550100
  …
pbx EXTENSION anonymous +31880001234 call-4 "<sip:0535550100@trunk.example>"
  2103
pbx ROUTE 0505550100 +31880001234 call-5 ""
  dial 2101:20 2102:20 2000:0 primary
# What is no number, is hidden, is a phone of the PBX or an exclusive number forwards nothing.
pbx ROUTE 0535550100 +31880001234 call-6 unknown
  dial 2103:20 2102:20 2000:0 primary
pbx ROUTE 0535550100 +31880001234 call-7 2101
  dial 2103:20 2102:20 2000:0 primary
pbx ROUTE 0535550100 +31880001234 call-8 +31880001234
  dial 2103:20 2102:20 2000:0 primary
pbx ROUTE 0535550100 +31880001234 call-9 11111111111111111111111111111111111111
  dial 2103:20 2102:20 2000:0 primary
# Asked again, the call is the same; forwarded by another, it is another.
pbx ROUTE +31612399999 +31880001234 call-3 +31505550100
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE +31612399999 +31880001234 call-3 +31535550100
  dial 2103:20 2102:20 2000:0 primary
# Asterisk tells in its header.
fastagi route
  > agi_callerid: +31612399999
  > agi_extension: +31880001234
  > agi_rdnis: +31505550100
  dial 2101:20 2102:20 2000:0 primary
fastagi route +31612399999 +31880001234 call-10 0535550100
  > agi_rdnis: +31505550100
  dial 2103:20 2102:20 2000:0 primary
agi route +31612399999 +31880001234 call-11 0535550100
  dial 2103:20 2102:20 2000:0 primary
as manager explain +31612399999 --diverter 0505550100
  …
    forwarded      +31505550100 forwarded the call, and counts as the caller
    caller         +31505550100 is Scholengroep Noord, in `050 555 01 00` …
  …
journal
  …
