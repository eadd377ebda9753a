story A past moment is explained after a contact is forgotten as before, also where a file of then had his name

directory office
file karin-smit.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:studydays@story.example
  SUMMARY:Studiedagen van Karin Smit
  DTSTART;VALUE=DATE:20261125
  DTEND;VALUE=DATE:20261127
  END:VEVENT
  END:VCALENDAR
change "    closed: [2026-12-31]" to "    closed: [2026-12-31]\n    holidays: ./karin-smit.ics"
change "agents:" to "# Karin Smit is still to be told\nagents:"
at 2026-11-25 10:00
pbx ROUTE 0535550100 +31880001234 call-1
  overflow 2900:0 closed
as manager case open noord --contact "Karin Smit"
  …

wait 1h
remove karin-smit.ics
file holidays.ics
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:kingsday@story.example
  SUMMARY:Koningsdag
  DTSTART;VALUE=DATE:20270427
  END:VEVENT
  END:VCALENDAR
change "karin-smit.ics" to "holidays.ics"
change "      - {name: Karin Smit, function: directeur, mobile: 06-12345678}" to "      - {name: Piet Bos}"
as manager reload
  …
as manager forget noord --contact "Karin Smit" --yes
  …majord.yaml:14 names it; take it out of there, reload, and ask again
  exit 1
change "# Karin Smit is still to be told\n" to ""
wait 1h
as manager reload
  …
as manager explain 0535550100 --at 10:30
  At Wednesday 25 November 2026 10:30, directory version 1, in force since Wednesday 25 November 2026 10:00
    called number  +31880001234 is an exclusive number
    caller         +31535550100 is Lyceumgroep Oost, …
    agreement      …
    service hours  kantoor is closed, opens Friday 27 November…
    decision       overflow, because closed: 2900…
as manager forget noord --contact "Karin Smit" --yes
  Forgotten in: cases 1, lines of the history 1, old texts of the directory 4.
  …
as manager explain 0535550100 --at 10:30
  At Wednesday 25 November 2026 10:30, directory version 1, in force since Wednesday 25 November 2026 10:00
    called number  +31880001234 is an exclusive number
    caller         +31535550100 is Lyceumgroep Oost, …
    agreement      …
    service hours  kantoor is closed, opens Friday 27 November…
    decision       overflow, because closed: 2900…
as manager call call-1
  …
as manager forget noord --contact "Karin Smit" --yes
  It is nowhere.
