story A calendar that turns into a web page, or is empty all of a sudden, changes nothing; what is gone from it is cancelled

directory office
at 2026-11-25 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:-//story//calendar//EN
  BEGIN:VEVENT
  UID:christmas@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261224
  SUMMARY:Kerst
  END:VEVENT
  BEGIN:VEVENT
  UID:carnival@story.example
  DTSTAMP:20261101T000000Z
  DTSTART;VALUE=DATE:20270208
  DTEND;VALUE=DATE:20270213
  SUMMARY:Carnaval
  END:VEVENT
  END:VCALENDAR
as jdevries leave 10-12
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 2 new, 0 changed, 0 gone, 0 as before.
    new 2: from Monday 21 December 2026 until the end of Wednesday 23 December 2026
    new 3: from Monday 8 February 2027 until the end of Friday 12 February 2027

file leave.ics
  <!DOCTYPE html>
  <html><head><title>Sign in</title></head></html>
as jdevries leave import leave.ics --source hr
  the calendar cannot be read, so nothing was changed:
    line 1: is no iCalendar file from BEGIN:VCALENDAR to END:VCALENDAR: it begins with `<!DOCTYPE html>`
  exit 1
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  the calendar has no event at all, and 2 absences that it brought are to come: nothing was changed. If it is true, cancel them by hand
  exit 1
as jdevries absences
  1  Joke de Vries: leave on Thursday 10 December, the whole day
  2  Joke de Vries: leave from Monday 21 December until the end of Wednesday 23 December
  3  Joke de Vries: leave from Monday 8 February 2027 until the end of Friday 12 February 2027

# Carnival was moved, and Christmas is gone; what was entered by hand is nobody's business.
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:carnival@story.example
  DTSTART;VALUE=DATE:20270215
  DTEND;VALUE=DATE:20270220
  SUMMARY:Carnaval
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr --dry-run
  Leave of Joke de Vries would be: 0 new, 1 changed, 1 gone, 0 as before. Nothing was changed.
    changed 3 `Carnaval`: from Monday 15 February 2027 until the end of Friday 19 February 2027, before: from Monday 8 February 2027 until the end of Friday 12 February 2027
    gone 2: from Monday 21 December 2026 until the end of Wednesday 23 December 2026
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 1 changed, 1 gone, 0 as before.
    changed 3: from Monday 15 February 2027 until the end of Friday 19 February 2027, before: from Monday 8 February 2027 until the end of Friday 12 February 2027
    gone 2: from Monday 21 December 2026 until the end of Wednesday 23 December 2026
as jdevries absences
  1  Joke de Vries: leave on Thursday 10 December, the whole day
  3  Joke de Vries: leave from Monday 15 February 2027 until the end of Friday 19 February 2027
as mbakker leave import leave.ics --agent jdevries --source hr
  you may not do this: agents have their own calendars read; another's needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
