story Imported leave that a person has changed or cancelled stays so, whatever its calendar says since, and is told; it follows it again when asked

directory office
at 2026-11-25 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:moved@story.example
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261216
  END:VEVENT
  BEGIN:VEVENT
  UID:left@story.example
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261222
  SUMMARY:Kerst
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 2 new, 0 changed, 0 gone, 0 as before.
  …
as jdevries change 1 14-12 17-12
  …
as jdevries cancel 2
  …
at 2026-11-26 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:moved@story.example
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261215
  END:VEVENT
  BEGIN:VEVENT
  UID:left@story.example
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261224
  SUMMARY:Kerst
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr --dry-run
  Leave of Joke de Vries would be: 0 new, 0 changed, 0 gone, 0 as before. Nothing was changed.
    stays 1: from Monday 14 December 2026 until the end of Thursday 17 December 2026, changed by hand; the calendar says on Monday 14 December 2026, the whole day
    stays 2 `Kerst`: cancelled by hand; the calendar says from Monday 21 December 2026 until the end of Wednesday 23 December 2026
    To follow the calendar again: the same with --follow 1 --follow 2.
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 0 gone, 0 as before.
    stays 1: from Monday 14 December 2026 until the end of Thursday 17 December 2026, changed by hand; the calendar says on Monday 14 December 2026, the whole day
    stays 2: cancelled by hand; the calendar says from Monday 21 December 2026 until the end of Wednesday 23 December 2026
    To follow the calendar again: the same with --follow 1 --follow 2.
as jdevries absences
  1  Joke de Vries: leave from Monday 14 December until the end of Thursday 17 December
as jdevries calendar
  From Monday 14 December 2026 until the end of Thursday 17 December 2026: Joke de Vries away
    Scholengroep Noord: Mark Bakker
  Joke de Vries: calendar hr, read last on Thursday 26 November 2026 10:00, changed last on Wednesday 25 November 2026 10:00
    changed by hand, so kept as they are: 1 and 2; to follow the calendar again: majorctl leave import FILE --agent jdevries --source hr --follow 1 --follow 2
as jdevries leave import leave.ics --source hr --follow 9
  absence 9 is none that this calendar brought, so it cannot follow it
  exit 1
as jdevries leave import leave.ics --source hr --follow 1 --follow 2
  Leave of Joke de Vries: 0 new, 2 changed, 0 gone, 0 as before.
    changed 1: on Monday 14 December 2026, the whole day, before: from Monday 14 December 2026 until the end of Thursday 17 December 2026
    changed 3 instead of 2: from Monday 21 December 2026 until the end of Wednesday 23 December 2026
as jdevries absences
  1  Joke de Vries: leave on Monday 14 December, the whole day
  3  Joke de Vries: leave from Monday 21 December until the end of Wednesday 23 December
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 0 gone, 2 as before.
