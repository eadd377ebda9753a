story A pause stays one when it is changed: whoever wants to be away for longer plans leave, which passes the guard

directory office
at 2026-11-25 10:00
as mbakker pause 45m
  …
as mbakker change 1 --until 12:00
  Pause 1 of Mark Bakker is changed: from now until Wednesday 25 November 2026 12:00; before: from now until Wednesday 25 November 2026 10:45.
  …
as mbakker change 1 --until 3-12
  …from a minute to a day…
  exit 1
as mbakker status mbakker
  …
at 2026-11-25 12:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
