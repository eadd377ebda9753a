story An import names the number that leave has by now, what is as the calendar says already, whose event has gone, and who still stands in

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
  END:VEVENT
  BEGIN:VEVENT
  UID:stays@story.example
  DTSTART;VALUE=DATE:20270104
  DTEND;VALUE=DATE:20270106
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  …
as jdevries change 1 14-12 17-12
  …
as jdevries cancel 2
  …
as manager deputy add sjansen --for jdevries 4-1 5-1
  …
# He has said it first.
at 2026-11-26 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:moved@story.example
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261218
  END:VEVENT
  BEGIN:VEVENT
  UID:left@story.example
  DTSTART;VALUE=DATE:20261221
  DTEND;VALUE=DATE:20261222
  END:VEVENT
  BEGIN:VEVENT
  UID:stays@story.example
  DTSTART;VALUE=DATE:20270104
  DTEND;VALUE=DATE:20270106
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 0 gone, 2 as before.
    stays 2: cancelled by hand; the calendar says on Monday 21 December 2026, the whole day
    To follow the calendar again: the same with --follow 2.
as jdevries leave import leave.ics --source hr --follow 2
  Leave of Joke de Vries: 0 new, 1 changed, 0 gone, 2 as before.
    changed 4 instead of 2: on Monday 21 December 2026, the whole day
# What a calendar says of it is nobody's change.
as jdevries history --since today
  Thursday 26 November 2026 10:00  joke  leave 4 of Joke de Vries read from a calendar: on Monday 21 December 2026, the whole day, hr
as jdevries change 4 21-12 22-12
  …
at 2026-11-27 10:00
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:moved@story.example
  DTSTART;VALUE=DATE:20261214
  DTEND;VALUE=DATE:20261218
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 1 gone, 1 as before.
    gone 3: from Monday 4 January 2027 until the end of Tuesday 5 January 2027
    stays 4: from Monday 21 December 2026 until the end of Tuesday 22 December 2026, before: on Monday 21 December 2026, the whole day, changed by hand; its event is gone from the calendar
  Samira Jansen still stands in for Joke de Vries: Monday 4 January 2027 to the end of Tuesday 5 January 2027 (deputyship 1); Samira Jansen or a manager can end that
