story What would be allowed is told of several days of which only hours are left, and of a series, whose occurrences are

directory office
at 2026-11-25 10:00
as mbakker leave 1-12 3-12 12:00
  …
# Of three days nothing but an afternoon.
as jdevries leave 1-12 3-12
  …
  Allowed would be: Thursday 3 December 2026, 12:00 to 24:00.
  …
  exit 1
# Of a series, the occurrences.
as jdevries leave every thursday morning from 26-11 until 24-12
  …
  Allowed would be: Thursday 26 November 2026, 06:00 to 12:30; Thursday 10 December 2026, 06:00 to 12:30; Thursday 17 December 2026, 06:00 to 12:30.
  …
  exit 1
