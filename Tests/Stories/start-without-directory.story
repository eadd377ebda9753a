story Without a directory that was ever good majord does not start, and says what is wrong

directory
  time_zone: Europe/Amsterdam
  exclusive_numbers: [+31 88 000 12 34]
  levles: {}
at 2026-11-25 10:00
start
  The directory has …errors and none was kept, so majord does not start
# Mended, it starts.
directory office
start
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
