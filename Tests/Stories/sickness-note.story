story A sickness that is reported again keeps its note, gets another, or none

directory office
at 2026-11-25 10:00
as jdevries sick --note griep
  …
as jdevries call org.majord.Roster.ReportSick '{}'
  absence.note griep
as jdevries call org.majord.Roster.ReportSick '{"note": "beter"}'
  absence.note beter
as jdevries call org.majord.Roster.ReportSick '{"note": ""}'
  absence.id 1
as jdevries absences
  1  Joke de Vries: sickness from 10:00 until further notice
