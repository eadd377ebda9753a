story All-day events of an agent's calendar are days here, also where they were written with times in another zone

directory office
at 2026-11-25 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:new-york@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;TZID=America/New_York:20261214T000000
  DTEND;TZID=America/New_York:20261216T000000
  SUMMARY:Conference
  END:VEVENT
  BEGIN:VEVENT
  UID:exchange@story.example
  DTSTAMP:20261101T000000Z
  DTSTART:20270702T230000Z
  DTEND:20270703T230000Z
  X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
  X-MICROSOFT-CDO-BUSYSTATUS:OOF
  SUMMARY:London
  END:VEVENT
  BEGIN:VEVENT
  UID:meeting@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;TZID=America/New_York:20261221T090000
  DTEND;TZID=America/New_York:20261221T100000
  SUMMARY:Call
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr --dry-run
  Leave of Joke de Vries would be: 2 new, 0 changed, 0 gone, 0 as before. Nothing was changed.
    new `Conference`: from Monday 14 December 2026 until the end of Tuesday 15 December 2026
    new `London`: on Saturday 3 July 2027, the whole day
    does not count: `Call`, Monday 21 December 2026 15:00: it is a part of a day, and not marked as out of office
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 2 new, 0 changed, 0 gone, 0 as before.
    new 1: from Monday 14 December 2026 until the end of Tuesday 15 December 2026
    new 2: on Saturday 3 July 2027, the whole day

at 2026-12-14 00:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
at 2026-12-15 23:59:59.999
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
at 2026-12-16 00:00
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2101:20 2102:20 2000:0 primary
at 2026-12-21 15:30
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2101:20 2102:20 2000:0 primary
at 2027-07-02 23:59:59.999
pbx ROUTE 0505550100 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary
at 2027-07-03 00:00
pbx ROUTE 0505550100 +31880001234 call-6
  dial 2102:20 2000:0 backup
at 2027-07-04 00:00
pbx ROUTE 0505550100 +31880001234 call-7
  dial 2101:20 2102:20 2000:0 primary
