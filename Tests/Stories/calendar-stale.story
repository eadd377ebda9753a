story A calendar that is not read any more is told wherever its agent is shown

directory office
change "extension: 2101, user: joke}" to "extension: 2101, user: joke, calendar: {source: hr, url: \"https://hr.example/jdevries.ics\"}}"
at 2026-11-25 10:00
as manager agents
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      stale calendar: hr, never read; leave may be missing
  Mark Bakker    mbakker  2102  available  load 33%
      backup: Scholengroep Noord, Lyceumgroep Oost
  Samira Jansen  sjansen  2103  available  load 17%
      primary: Lyceumgroep Oost
as manager clients noord
  Scholengroep Noord  noord  covered
    primary: Joke de Vries, available, stale calendar: hr, never read; leave may be missing
    backup: Mark Bakker, available
    Calls go to Joke de Vries (primary).
    agreement Afspraken Noord, altijd, until further notice
    numbers: +31505550100, +31505550200 - +31505550299
      Karin Smit, directeur, +31612345678
    In the next 26 weeks somebody is there in all of the service time.
as manager calendar --agent jdevries
  Joke de Vries is not away in the twelve months to come.
  Joke de Vries: stale calendar: hr, never read; leave may be missing
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Calendars that were read too long ago, so that leave may be missing:
    Joke de Vries: hr, never read
  …
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
as jdevries leave import leave.ics --source hr
  …
as manager status jdevries
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      next: away from Monday 15 February 2027
      absences:
        1  leave from Monday 15 February 2027 until the end of Friday 19 February 2027
at 2026-12-03 10:00
as manager status jdevries
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      next: away from Monday 15 February 2027
      stale calendar: hr, read last on Wednesday 25 November 2026 10:00; leave may be missing
      absences:
        1  leave from Monday 15 February 2027 until the end of Friday 19 February 2027
as manager digest
  Coverage on Thursday 3 December 2026
  …
  Calendars that were read too long ago, so that leave may be missing:
    Joke de Vries: hr, read last on Wednesday 25 November 2026 10:00
  …
