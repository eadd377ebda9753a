story Files beside the clients' that are not read are warned of, but for editors' backups

file majord.yaml
  time_zone: Europe/Amsterdam
  exclusive_numbers: [+31 88 000 12 34]
  overflow: {default: 2000}
  levels: {altijd: {hours: {mon-sun: "00:00-24:00"}}}
file agents.yaml
  agents:
    - {id: jdevries, name: Joke de Vries, extension: 2101}
    - {id: mbakker, name: Mark Bakker, extension: 2102}
file clients.d/noord.yaml
  id: noord
  name: Scholengroep Noord
  size: small
  schools: 12
  primary: jdevries
  backup: mbakker
  introduced: 2026-01-12
  agreement: {title: Afspraken Noord, start: 2026-01-01, level: altijd}
  numbers: [050 555 01 00]
at 2026-11-25 10:00
as manager check
  No findings.

file clients.d/zuid.YAML
  id: zuid
file clients.d/zuid.yaml.txt
  id: zuid
file clients.d/zuid.yml
  id: zuid
file clients.d/zuid.yaml~
  id: zuid
file clients.d/.zuid.yaml.swp
  id: zuid
as manager check
  /etc/majord/clients.d/zuid.YAML: warning: …not read…
  /etc/majord/clients.d/zuid.yaml.txt: warning: …not read…
  /etc/majord/clients.d/zuid.yml: warning: …not read…
as manager check --strict
  …
  exit 1
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
