story A file in UTF-16 is refused by the name of its encoding

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary

file majord.yaml utf-16
  time_zone: Europe/Amsterdam
as manager reload
  /etc/majord/majord.yaml…: error: …UTF-16…
  Reload refused; generation 1 stays in force.
  exit 2
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
