story Of two versions of one event in a calendar the newer counts; what stands behind its end is no calendar

directory office
at 2026-11-25 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:winter@story.example
  SEQUENCE:2
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261222
  END:VEVENT
  BEGIN:VEVENT
  UID:winter@story.example
  SEQUENCE:1
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261216
  END:VEVENT
  BEGIN:VEVENT
  UID:spring@story.example
  DTSTART;VALUE=DATE:20270301
  DTEND;VALUE=DATE:20270302
  END:VEVENT
  BEGIN:VEVENT
  UID:spring@story.example
  SEQUENCE:1
  STATUS:CANCELLED
  DTSTART;VALUE=DATE:20270301
  DTEND;VALUE=DATE:20270302
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr --dry-run
  Leave of Joke de Vries would be: 1 new, 0 changed, 0 gone, 0 as before. Nothing was changed.
    new: on Monday 21 December 2026, the whole day
    1 cancelled event does not count
    line 9: the event has a newer version in line 3 (SEQUENCE 2, and 1 here); it is passed over
    line 15: the event has a newer version in line 20 (SEQUENCE 1, and 0 here); it is passed over
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:winter@story.example
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261222
  END:VEVENT
  END:VCALENDAR
  <html><body>504 Gateway Timeout</body></html>
as jdevries leave import leave.ics --source hr
  the calendar cannot be read, so nothing was changed:
    line 9: stands after END:VCALENDAR; the file must end there
  exit 1
