story A zone that nobody knows is an error that names it, and the directory in force stays

directory calendar
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:1@story.example
  DTSTART;VALUE=DATE:20270426
  END:VEVENT
  END:VCALENDAR
at 2026-11-25 10:00
as manager check
  No findings.

change "DTSTART;VALUE=DATE:20270426" to "DTSTART;TZID=Middle-earth Standard Time:20270426T100000" in holidays.ics
as manager reload
  /etc/majord/holidays.ics:…: error: …Middle-earth Standard Time…
  Reload refused; generation 1 stays in force.
  exit 2
at 2027-04-26 12:00
pbx ROUTE 0505550100 +31880001234 call-1
  overflow 2900:0 closed
