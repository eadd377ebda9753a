story A directory with errors changes nothing; the answer, the journal and the status say why

directory office
at 2026-11-25 10:00
start
change "backup: mbakker" to "backup: mbaker"
as manager reload
  /etc/majord/majord.yaml:…: error: …mbaker…mbakker…
  /etc/majord/majord.yaml:…: error: …mbaker…mbakker…
  Reload refused; generation 1 stays in force.
  exit 2
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
  generation 1
journal
  error Reload refused, 2 errors; generation 1 stays in force
  error /etc/majord/majord.yaml:…
  error /etc/majord/majord.yaml:…
  info Call from …
as manager status
  …
    the reload at 2026-11-25 10:00 was refused for 2 errors
  …
  exit 1
change "mbaker" to "mbakker"
as manager reload
  Reloaded as generation 2: nothing changed.
as manager status
  majord …, generation 2: …
  …
