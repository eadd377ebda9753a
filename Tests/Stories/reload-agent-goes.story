story An agent who is on the phone leaves the directory: his call is nobody's, and ends as it should

directory office
at 2026-11-25 10:00
pbx ROUTE 0535550100 +31880001234 call-1
pbx ANSWERED call-1 2103
busy sjansen
change "primary: sjansen" to "primary: jdevries"
change "  - {id: sjansen, name: Samira Jansen, extension: 2103, user: samira}" to ""
as manager reload
  Reloaded as generation 2: …
  …
pbx ROUTE 0535550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ENDED call-1 ANSWER
busy nobody
record call-1
  …
  answered 2103 (sjansen) at 10:00:00
  ended answered at 10:00:00
