story Public holidays close the service, whole days of them here

directory calendar
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:kingsday@story.example
  SUMMARY:Koningsdag
  DTSTART;VALUE=DATE:20260427
  RRULE:FREQ=YEARLY
  END:VEVENT
  BEGIN:VEVENT
  UID:christmas@story.example
  SUMMARY:Kerstmis
  DTSTART;VALUE=DATE:20261225
  DTEND;VALUE=DATE:20261227
  END:VEVENT
  BEGIN:VEVENT
  UID:eve@story.example
  SUMMARY:Kerstavond
  DTSTART;TZID=Europe/Amsterdam:20261224T150000
  DTEND;TZID=Europe/Amsterdam:20261225T000000
  END:VEVENT
  END:VCALENDAR
at 2026-12-24 14:59:59.999
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2900:0 closed
at 2026-12-26 23:59:59.999
pbx ROUTE 0505550100 +31880001234 call-3
  overflow 2900:0 closed
wait 1ms
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
at 2027-04-27 12:00
pbx ROUTE 0505550100 +31880001234 call-5
  overflow 2900:0 closed
