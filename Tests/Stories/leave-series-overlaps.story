story Leave inside hours that come back is not entered twice, and they may be moved until they have come

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon
  You are on leave every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice (absence 1).
  …
as jdevries leave friday 13:00 friday 15:00
  Leave …: Joke de Vries is away then already: every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice (absence 1); to change that: majorctl change 1 FROM UNTIL
  exit 1
# A part of it that is no part of the series is leave of its own.
as jdevries leave friday 11:00 friday 15:00
  …
as jdevries absences
  1  …
  2  …
as jdevries cancel 2
  …
# It has not come yet, whenever it was entered.
as jdevries change 1 every friday afternoon from 4-12
  Leave 1 of Joke de Vries is changed: every Friday, 12:30 to 18:00, from Friday 4 December 2026 until further notice; before: every Friday, 12:30 to 18:00, from Friday 27 November 2026 until further notice.
  …
at 2026-12-04 14:00
as jdevries change 1 every friday afternoon from 11-12
  absence 1 has begun, so its start stays; give it another end, or end it with back or cancel
  exit 1
# Leave of some hours is taken up by hours that come back.
as mbakker leave 8-12 13:00 8-12 15:00
  …
as mbakker leave every tuesday afternoon from 8-12
  …
  It takes the place of leave 3.
  …
as sjansen leave 21-12
  …
as sjansen change 5 every monday
  absence 5 is one stretch of time; cancel it, and enter the hours that come back with majorctl leave
  exit 1
