story What waits or comes nearer is an event, each once

directory office
change "extension: 2101, user: joke}" to "extension: 2101, user: joke, calendar: {source: hr, url: \"https://hr.example/jdevries.ics\"}}"
change "end: 2027-12-31" to "end: 2027-02-21"
change "introduced: 2026-01-12\n    agreement: {title: Afspraken Noord" to "introduced: 2026-01-12\n    handover: {from: 2026-12-07, primary: sjansen, backup: mbakker}\n    agreement: {title: Afspraken Noord"
at 2026-11-20 10:00
start
wait 1m
as manager events
  1  10:01  calendar-stale: The calendar of Joke de Vries was never read; leave may be missing
as manager call org.majord.Calendar.NoteFailure '{"agent": "jdevries", "source": "hr", "why": "404 Not Found"}'
as jdevries leave 4-12
as mbakker leave 4-12 --request
  …
as manager deputy add sjansen --for jdevries 1-12 2-12
  …
wait 1m
# Two weeks before a handover, 90 days before an agreement's end, two days before a request's start.
at 2026-11-23 00:00
at 2026-11-24 10:00
restart
at 2026-12-02 00:00
wait 5m
restart
wait 5m
as manager events --after 1
  2  Friday 20 November 10:01  request-waiting: Mark Bakker asks to be away on Friday 4 December 2026, the whole day: request 2 waits to be decided
  3  Friday 20 November 10:01  deputy-named: Samira Jansen stands in for Joke de Vries from Tuesday 1 December 2026 until the end of Wednesday 2 December 2026
  4  Friday 20 November 10:02  calendar-refused: The calendar of Joke de Vries could not be read: 404 Not Found
  5  Monday 23 November 00:00  handover-ahead: Scholengroep Noord has another pair from Monday 7 December 2026 00:00 on: Samira Jansen, Mark Bakker
  6  Monday 23 November 00:00  agreement-ending: The agreement of Lyceumgroep Oost ends: it is in force until the end of Sunday 21 February 2027
  7  00:00  request-urgent: Mark Bakker has asked to be away on Friday 4 December 2026, the whole day, which begins soon: request 2 still waits to be decided
as jdevries events --kind request-urgent
  Nothing has happened.
# The calendar is read again, and then not for a week: that is told anew.
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
wait 1m
at 2026-12-10 10:00
as manager in nl events --after 7
  8  10:00  calendar-stale: De agenda van Joke de Vries is voor het laatst gelezen woensdag 2 december 2026 00:10; er kan verlof ontbreken
