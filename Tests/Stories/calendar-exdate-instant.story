story A day that is left out by an instant is the day of that instant here

directory calendar
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:7@story.example
  DTSTAMP:20260101T000000Z
  DTSTART;VALUE=DATE:20270426
  RRULE:FREQ=DAILY;COUNT=5
  EXDATE:20270427T220000Z
  EXDATE;VALUE=DATE:20270430
  END:VEVENT
  END:VCALENDAR

at 2026-11-25 10:00
as manager check
  No findings.

at 2027-04-26 12:00
pbx ROUTE 0505550100 +31880001234 call-1
  overflow 2900:0 closed

at 2027-04-27 12:00
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2900:0 closed

at 2027-04-28 12:00  # 22:00 in UTC on 27 April is 28 April here
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary

at 2027-04-29 12:00
pbx ROUTE 0505550100 +31880001234 call-4
  overflow 2900:0 closed

at 2027-04-30 12:00
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary

at 2027-05-01 12:00
pbx ROUTE 0505550100 +31880001234 call-6
  dial 2101:20 2102:20 2000:0 primary
