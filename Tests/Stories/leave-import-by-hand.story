story Imported leave that a person has changed stays when its event goes

directory office
at 2026-11-25 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:moved@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261216
  END:VEVENT
  BEGIN:VEVENT
  UID:left@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261222
  END:VEVENT
  BEGIN:VEVENT
  UID:stays@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20261228
  DTEND;VALUE=DATE:20261229
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 3 new, 0 changed, 0 gone, 0 as before.
  …
as jdevries change 1 14-12 17-12
  …
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:stays@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20261228
  DTEND;VALUE=DATE:20261229
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 1 gone, 1 as before.
    gone 2: on Monday 21 December 2026, the whole day
    stays 1: from Monday 14 December 2026 until the end of Thursday 17 December 2026, before: from Monday 14 December 2026 until the end of Tuesday 15 December 2026, changed by hand; its event is gone from the calendar
as jdevries absences
  1  …
  3  …
