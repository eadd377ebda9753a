story A deputy who is in the pair herself until a handover closes nothing then, and is not told that somebody else is there

directory office
change "  - {id: sjansen" to "  - {id: avisser, name: Anna Visser, extension: 2104, user: anna, hours: {mon-sun: \"08:00-18:00\"}}\n  - {id: sjansen"
change "primary: jdevries" to "handover: {from: 2027-02-01, primary: jdevries, backup: mbakker, introduced: 2027-01-20}\n    primary: avisser"
at 2026-11-25 10:00
as manager leave 25-1-2027 5-2-2027 --agent mbakker --override "Noord weet ervan"
  …
as manager deputy add avisser --for noord 25-1-2027 5-2-2027
  Anna Visser stands in for the pair of Scholengroep Noord …
  It changes nothing as it stands: nobody else is missing in Anna Visser's working hours.
