story One day does not become all of what comes back: nothing is changed, and the answer tells how either is

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon until further notice
  You are on leave every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice (absence 1).
  …
as jdevries change 1 4-12
  absence 1 comes back (every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice): with one day nothing else would be left of it, so nothing is changed.
  To leave out one day: majorctl cancel 1 --on 2026-12-04; to be away then at other times, enter them after that with majorctl leave.
  To change all of it: majorctl change 1 every …, with its days and hours; to let it end: majorctl change 1 --until DAY.
  exit 1
# Neither does a day on which it does not come, some hours, or days that hold one of it.
as jdevries change 1 thursday
  absence 1 comes back …
  To leave out one day: majorctl cancel 1 --on DAY; …
  …
  exit 1
as jdevries change 1 friday 13:00 15:00
  absence 1 comes back …
  …
  exit 1
as jdevries in nl change 1 3-12 5-12
  afwezigheid 1 komt terug (elke vrijdag, 12:30 tot 18:00, van vrijdag 27 november 2026 tot nader bericht): met één dag bleef er verder niets van over, dus er is niets gewijzigd.
  Om één dag te laten vervallen: majorctl cancel 1 --on 2026-12-04; …
  …
  exit 1
as jdevries call org.majord.Roster.ChangeAbsence '{"absence": "1", "from": "2026-12-04T00:00:00+01:00", "until": "2026-12-05T00:00:00+01:00"}'
  error org.majord.Roster.InvalidPeriod
  kind comes_back
as jdevries absences
  1  Joke de Vries: leave every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice
# What the answer names does it.
as jdevries cancel 1 --on 2026-12-04
  Absence 1 of Joke de Vries is cancelled on Friday 4 December 2026; on other days it stays.
as jdevries change 1 every friday afternoon until 1-4
  Leave 1 of Joke de Vries is changed: …
  …
# An end alone is one, however near.
as jdevries change 1 --until 12-12
  Leave 1 of Joke de Vries is changed: every Friday, 12:30 to 18:00, from Friday 27 November 2026 until the end of Friday 11 December 2026; …
  …
at 2026-12-11 14:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
