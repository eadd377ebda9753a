story An ampersand or an asterisk in a comment or a quoted text is no alias

directory office
change "name: Scholengroep Noord" to "name: \"A&B school *B\""
change "time_zone: Europe/Amsterdam" to "time_zone: Europe/Amsterdam  # see R&D and *D below"
change "title: Afspraken Noord" to "title: 'Noord & *Zuid'"
at 2026-11-25 10:00
as manager check
  No findings.
pbx ROUTE 0505550100 +31880001234 call-1
  client-name A&B school *B

# A real one is none of this format.
change "primary: jdevries" to "primary: *anker"
as manager reload
  /etc/majord/majord.yaml:…: error: …
  Reload refused; generation 1 stays in force.
  exit 2
