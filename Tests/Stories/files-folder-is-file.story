story Where clients.d is a file, that is said in the system's words

file majord.yaml
  time_zone: Europe/Amsterdam
  exclusive_numbers: [+31 88 000 12 34]
  overflow: {default: 2000}
  levels: {altijd: {hours: {mon-sun: "00:00-24:00"}}}
file agents.yaml
  agents:
    - {id: jdevries, name: Joke de Vries, extension: 2101}
    - {id: mbakker, name: Mark Bakker, extension: 2102}
file clients.d
  id: noord
at 2026-11-25 10:00
start
  The directory has 1 error and none was kept, so majord does not start
