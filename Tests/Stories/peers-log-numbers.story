story Without numbers in the journal, nobody who shows his is said to hide it

directory office
change "ring: 20s" to "log_numbers: none"
at 2026-11-25 10:00

pbx ROUTE 0505550100 +31880001234 call-1
pbx ROUTE 0201234567 +31880001234 call-2
pbx ROUTE anonymous +31880001234 call-3
pbx ROUTE 2103 +31880001234 call-4
pbx ROUTE "x;y" +31880001234 call-5
journal
  info Call from Scholengroep Noord to Joke de Vries on 2101: primary
  info Call from a number that is not logged to the overflow on 2000: unknown-caller
  info Call from a hidden number to the overflow on 2010: anonymous
  info Call from an internal phone to the overflow on 2020: internal
  info Call from an unreadable number to the overflow on 2000: unknown-caller

change "log_numbers: none" to "log_numbers: full"
as manager reload
pbx ROUTE 0201234567 +31880001234 call-6
journal
  …
  info Call from +31201234567 to the overflow on 2000: unknown-caller
