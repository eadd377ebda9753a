story A client is known in every form in which trunks write his number

directory office
at 2026-11-25 10:00

pbx ROUTE +31505550100@trunk.example +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE sip:+31505550100@trunk.example;user=phone 0880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE '"Noord" <sip:0505550100@10.0.0.1:5060>' 31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE tel:+31-50-5550100 0031880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE "+31 (0)50 555 01 00" "088 000 12 34" call-5
  dial 2101:20 2102:20 2000:0 primary
# The first and the last number of a range, and those beside it.
pbx ROUTE 0505550200 +31880001234 call-6
  client noord
pbx ROUTE 0505550299 +31880001234 call-7
  client noord
pbx ROUTE 0505550199 +31880001234 call-8
  overflow 2000:0 unknown-caller
pbx ROUTE 0505550300 +31880001234 call-9
  overflow 2000:0 unknown-caller
# What is no number is nobody's.
pbx ROUTE %22x%22 +31880001234 call-10
  overflow 2000:0 unknown-caller
pbx ROUTE 2103 +31880001234 call-11
  overflow 2020:0 internal
pbx ROUTE +3150555010055501005550100555010012 +31880001234 call-12
  error ERR caller number is too long (32 bytes at most)
