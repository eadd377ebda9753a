story A file that begins with a byte order mark is read as without it

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary

file majord.yaml utf-8-bom
  time_zone: Europe/Amsterdam
  exclusive_numbers: [+31 88 000 12 34]
  overflow: {default: 2000}
  levels: {altijd: {hours: {mon-sun: "00:00-24:00"}, holidays: holidays.ics}}
  agents:
    - {id: jdevries, name: Joke de Vries, extension: 2111}
    - {id: mbakker, name: Mark Bakker, extension: 2102}
  clients:
    - id: noord
      name: Scholengroep Noord
      size: small
      schools: 12
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken Noord, start: 2026-01-01, level: altijd}
      numbers: [050 555 01 00]
file holidays.ics utf-8-bom
  BEGIN:VCALENDAR
  BEGIN:VEVENT
  UID:1@story.example
  DTSTART;VALUE=DATE:20261126
  END:VEVENT
  END:VCALENDAR
as manager reload
  Reloaded as generation 2: …
  …
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2111:20 2102:20 2000:0 primary
at 2026-11-26 10:00
pbx ROUTE 0505550100 +31880001234 call-3
  overflow 2000:0 closed
