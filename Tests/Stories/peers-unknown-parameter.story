story A parameter that a method does not have is refused by its name

directory office
at 2026-11-25 10:00

as manager call org.majord.Roster.Pause '{"agent":"jdevries","seconds":600,"colour":"red"}'
  error org.varlink.service.InvalidParameter
  parameter colour
as manager call org.majord.Roster.ListAbsences '{"agnet":"jdevries"}'
  error org.varlink.service.InvalidParameter
  parameter agnet
as manager call org.majord.Roster.PlanLeave '{"agent":"jdevries","until":"2026-12-01T00:00:00+01:00"}'
  error org.varlink.service.InvalidParameter
  parameter from
as manager call org.majord.Routing.Explain '{"caller":"0505550100","at":"tomorrow"}'
  error org.varlink.service.InvalidParameter
  parameter at
as manager call org.majord.Roster.Puase '{}'
  error org.varlink.service.MethodNotFound
  method org.majord.Roster.Puase
as manager absences
  Nobody is absent or going to be.
as manager call org.majord.Roster.Pause '{"agent":"jdevries","seconds":600}'
  absence.kind pause
  absence.until 2026-11-25T10:10:00+01:00
