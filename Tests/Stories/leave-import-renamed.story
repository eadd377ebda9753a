story What people changed or cancelled of imported leave stays so when its agent gets another id, and all of it is the new id's

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
  Leave of Joke de Vries: 3 new, 0 changed, 0 gone, 0 as before.
  …
as jdevries change 1 14-12 17-12
  …
as jdevries cancel 2
  …
as manager deputy add sjansen --for jdevries 4-1 5-1
  …
wait 5m
change "jdevries" to "jvries"
as manager reload
  …
as manager leave import leave.ics --source hr --agent jvries --dry-run
  Leave of Joke de Vries would be: 0 new, 0 changed, 0 gone, 1 as before. Nothing was changed.
    stays 1: …, changed by hand; the calendar says …
    stays 2: cancelled by hand; the calendar says on Monday 21 December 2026, the whole day
    To follow the calendar again: the same with --follow 1 --follow 2.
as manager leave import leave.ics --source hr --agent jvries
  Leave of Joke de Vries: 0 new, 0 changed, 0 gone, 1 as before.
    stays 1: …, changed by hand; the calendar says …
    stays 2: cancelled by hand; the calendar says on Monday 21 December 2026, the whole day
    To follow the calendar again: the same with --follow 1 --follow 2.
as manager absences
  1  Joke de Vries: leave from Monday 14 December until the end of Thursday 17 December
  3  Joke de Vries: leave from Monday 4 January 2027 until the end of Tuesday 5 January 2027
as manager deputy list
  2  Samira Jansen for Joke de Vries: …
as manager history --agent jdevries --since today
  …
  Wednesday 25 November 2026 10:05  manager  leave 1 of Joke de Vries taken over from jdevries: …
  Wednesday 25 November 2026 10:05  manager  leave 2 of Joke de Vries taken over from jdevries…
  Wednesday 25 November 2026 10:05  manager  leave 3 of Joke de Vries taken over from jdevries: …
  …
as manager leave import leave.ics --source hr --agent jvries --follow 2
  Leave of Joke de Vries: 0 new, 1 changed, 0 gone, 1 as before.
    changed 4 instead of 2: on Monday 21 December 2026, the whole day
    stays 1: …
    …
wait 5m
# Whoever only has his desk and his extension now is somebody else.
change "jvries" to "nieuw"
change "Joke de Vries" to "Kim Smit"
change "user: joke" to "user: kim"
as manager reload
  …
as manager leave import leave.ics --source hr --agent nieuw --dry-run
  Leave of Kim Smit would be: 3 new, 0 changed, 0 gone, 0 as before. Nothing was changed.
  …
# Until a manager says that he is the same.
as manager give 1 nieuw
  …
as manager leave import leave.ics --source hr --agent nieuw --dry-run
  Leave of Kim Smit would be: 0 new, 0 changed, 0 gone, 2 as before. Nothing was changed.
  …
