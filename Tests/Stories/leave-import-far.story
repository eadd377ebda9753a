story An import tells the gaps that its leave makes however far off they are, and times of the leave by the minute

directory office
at 2026-11-25 10:00
as mbakker leave 2027-11-01 2027-11-02
  …
file leave.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:far@story.example
  DTSTART;VALUE=DATE:20271101
  DTEND;VALUE=DATE:20271102
  END:VEVENT
  BEGIN:VEVENT
  UID:seconds@story.example
  DTSTART;TZID=Europe/Amsterdam:20261202T090030
  DTEND;TZID=Europe/Amsterdam:20261202T115930
  X-MICROSOFT-CDO-BUSYSTATUS:OOF
  END:VEVENT
  END:VCALENDAR
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 2 new, 0 changed, 0 gone, 0 as before.
    new 2: on Wednesday 2 December 2026, 09:00 to 12:00
    new 3: on Monday 1 November 2027, the whole day
  Nobody is there for:
    Scholengroep Noord: Monday 1 November 2027, the whole day
as jdevries leave import leave.ics --source hr
  Leave of Joke de Vries: 0 new, 0 changed, 0 gone, 2 as before.
