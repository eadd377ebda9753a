story A date in another zone is added to a series

directory calendar
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:7@story.example
  DTSTAMP:20260101T000000Z
  DTSTART;TZID=Europe/Amsterdam:20270426T180000
  DTEND;TZID=Europe/Amsterdam:20270426T190000
  RDATE;TZID=America/New_York:20270428T120000
  END:VEVENT
  END:VCALENDAR

at 2026-11-25 10:00
as manager check
  No findings.

at 2027-04-26 17:59
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary

at 2027-04-26 18:30
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2900:0 closed

at 2027-04-26 19:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary

at 2027-04-28 17:59:59.999
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary

at 2027-04-28 18:00
pbx ROUTE 0505550100 +31880001234 call-5
  overflow 2900:0 closed

at 2027-04-28 18:59:59.999
pbx ROUTE 0505550100 +31880001234 call-6
  overflow 2900:0 closed

at 2027-04-28 19:00
pbx ROUTE 0505550100 +31880001234 call-7
  dial 2101:20 2102:20 2000:0 primary
