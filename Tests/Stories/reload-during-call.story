story A reload while a call is up: the call stays his, and the next one is decided anew

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
pbx ANSWERED call-1 2101
change "primary: jdevries" to "primary: sjansen"
as manager reload
  Reloaded as generation 2: 1 client changed, 1 pair changed.
    changed client noord
    changed pair of noord
busy jdevries
# The call that was decided before keeps its decision.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
  generation 1
pbx ROUTE 0505550200 +31880001234 call-2
  dial 2103:20 2102:20 2000:0 primary
  generation 2
pbx ENDED call-1 ANSWER
busy nobody
record call-1
  …
  answered 2101 (jdevries) at 10:00:00
  ended answered at 10:00:00
journal
  …
  notice Reloaded: 1 client changed, 1 pair changed
  …
