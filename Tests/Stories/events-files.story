story That files were refused is told once until they are mended, also over restarts

directory office
at 2026-11-25 10:00
start
change "backup: mbakker" to "backup: mbaker"
as manager reload
  …
  exit 2
as manager reload
  …
  exit 2
as manager events
  1  10:00  directory-refused: The directory was not read again: …majord.yaml:…
# At a start with the same files another directory is in force, and that is told.
at 10:30
restart
wait 1m
as manager reload
  …
  exit 2
restart
wait 1m
as manager events
  1  10:00  directory-refused: …
  2  10:31  directory-degraded: majord was started with the last good directory: …
change "mbaker" to "mbakker"
as manager reload
wait 1m
change "backup: mbakker" to "backup: mbaker"
as manager reload
  …
  exit 2
as manager events --after 2
  3  …  directory-refused: …
