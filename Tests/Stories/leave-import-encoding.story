story A calendar in UTF-16 is told as such, and a byte order mark of UTF-8 is read past

directory office
at 2026-11-25 10:00
file wide.ics utf-16
  BEGIN:VCALENDAR
  BEGIN:VEVENT
  UID:1
  DTSTART;VALUE=DATE:20261201
  END:VEVENT
  END:VCALENDAR
as jdevries leave import wide.ics --source hr
  … is UTF-16, and a calendar is UTF-8; export it anew, or save it as UTF-8
  exit 1
file marked.ics utf-8-bom
  BEGIN:VCALENDAR
  BEGIN:VEVENT
  UID:1
  DTSTART;VALUE=DATE:20261201
  END:VEVENT
  END:VCALENDAR
as jdevries leave import marked.ics --source hr
  Leave of Joke de Vries: 1 new, 0 changed, 0 gone, 0 as before.
    new 1: on Tuesday 1 December 2026, the whole day
