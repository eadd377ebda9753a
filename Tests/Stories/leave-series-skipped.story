story A series that never happens is refused with the reason: the clock skips its hours, or its days are those of other weeks

directory office
at 2027-03-25 10:00
# Sunday 28 March: from 02:00 the clock goes to 03:00.
as jdevries leave every sunday 02:15 02:45 from 28-3 until 1-4
  …it would never happen: on Sunday 28 March 2027 the clock is set forward, and skips 02:15 to 02:45; give other hours
  exit 1
as jdevries in nl leave elke zondag 02:15 02:45 vanaf 28-3 tot 1-4
  …dat komt nooit voor: op zondag 28 maart 2027 gaat de klok vooruit, en slaat 02:15 tot 02:45 over; geef andere uren
  exit 1
# On other Sundays it is there.
as jdevries leave every sunday 02:15 02:45 from 28-3 until 5-4
  …
as jdevries call org.majord.Roster.PlanLeave '{"from": "2027-04-05T00:00:00+02:00", "until": "2027-04-10T00:00:00+02:00", "series": {"hours": [{"day": "fri", "from": "09:00", "until": "12:00"}], "weeks": 2, "first_day": "2027-04-02"}}'
  error org.majord.Roster.InvalidPeriod
  reason it would never happen: it comes every 2 weeks, and no Friday of those weeks lies in the days from Monday 5 April 2027 to Friday 9 April 2027
