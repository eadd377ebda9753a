story EXTENSION answers with one phone, for PBXs that take no more

directory office
at 2026-11-25 10:00
pbx EXTENSION 0505550100 +31880001234 call-1
  2101
pbx EXTENSION anonymous +31880001234 call-2
  2010
pbx EXTENSION 0505550100 +31880001234
  error ERR wrong number of arguments for 'extension'
pbx extension 0535550100 +31880001234 call-3
  2103
records
  call-1
  call-2
  call-3
