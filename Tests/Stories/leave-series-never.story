story A series that never matches is refused, with its days

directory office
at 2026-11-25 10:00
as jdevries leave every monday from 2-12 until 5-12
  …
  exit 1
as jdevries call org.majord.Roster.PlanLeave '{"from": "2026-12-01T00:00:00+01:00", "until": "2026-12-05T00:00:00+01:00", "series": {"hours": [{"day": "mon", "from": "09:00", "until": "12:00"}], "weeks": 1, "first_day": "2026-12-01"}}'
  error org.majord.Roster.InvalidPeriod
  reason it would never happen: no Monday lies in the days from Tuesday 1 December 2026 to Friday 4 December 2026
