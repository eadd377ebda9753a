story A calendar with empty and unknown properties closes all the same

directory calendar
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:7@story.example
  DTSTAMP:20260101T000000Z
  SUMMARY:
  DTSTART;VALUE=DATE:20270426
  LOCATION:
  DESCRIPTION:
  CATEGORIES:
  ORGANIZER:
  URL:
  LAST-MODIFIED:0000
  FOO:bar
  X-FOO;BAR=1:
  END:VEVENT
  END:VCALENDAR

at 2026-11-25 10:00
as manager check
  No findings.

at 2027-04-25 23:59:59.999
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary

at 2027-04-26 00:00
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2900:0 closed

at 2027-04-26 23:59:59.999
pbx ROUTE 0505550100 +31880001234 call-3
  overflow 2900:0 closed

at 2027-04-27 00:00
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
