story A start with broken files uses the directory that was in force last, and says so until they are mended

directory office
at 2026-11-25 10:00
start
stop
change "time_zone: Europe/Amsterdam" to "time_zone: ["
at 11:00
start
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
journal
  critical /etc/majord/majord.yaml has …, so the directory read at 2026-11-25 10:00 Europe/Amsterdam is used; mend the files and reload
  error /etc/majord/majord.yaml:…
  …
as manager status
  …
    degraded: the directory read at 2026-11-25 10:00 is in force, since its files had …
  …
  exit 1
change "time_zone: [" to "time_zone: Europe/Amsterdam"
as manager reload
  Reloaded as generation 2: nothing changed.
as jdevries status
  majord …, generation 2: 2 of 2 clients covered, 0 agents absent
  …
