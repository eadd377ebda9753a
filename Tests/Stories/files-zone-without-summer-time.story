story A zone that knows no summer time is warned of

directory office
at 2026-11-25 10:00
as manager check
  No findings.
change "time_zone: Europe/Amsterdam" to "time_zone: UTC+1"
as manager check
  /etc/majord/majord.yaml:2:12: warning: …summer time…Europe/Amsterdam…
change "time_zone: UTC+1" to "time_zone: EST"
as manager check
  /etc/majord/majord.yaml:2:12: warning: …summer time…
change "time_zone: EST" to "time_zone: Etc/GMT-1"
as manager check
  /etc/majord/majord.yaml:2:12: warning: …summer time…
change "time_zone: Etc/GMT-1" to "time_zone: Europe/Brussels"
as manager check
  No findings.
change "time_zone: Europe/Brussels" to "time_zone: Europe/Amsterdm"
as manager check
  /etc/majord/majord.yaml:2:12: error: …Europe/Amsterdam…
  exit 2
