story Answers say what was understood: since when somebody is sick, which day was cancelled, what makes way

directory office
at 2026-11-25 10:00
as manager sick --agent jdevries --from yesterday
  Joke de Vries is reported sick since Tuesday 24 November 2026 until further notice.
  …
as manager sick --agent sjansen --from "yesterday 14:00" --until friday
  Samira Jansen is reported sick since Tuesday 24 November 2026 14:00, back on Friday 27 November 2026.
  …
as manager sick --agent mbakker --from tomorrow
  `tomorrow` is Thursday 26 November 2026 00:00, which is still to come
  exit 1
as mbakker pause 1h
as mbakker pause 2h
  You are in a pause until 12:00.
  It takes the place of pause 3.
  …

as jdevries back
as mbakker back

# Leave on other days is not what keeps somebody away on those that were cancelled.
as mbakker leave every friday afternoon from 4-12
  …
as mbakker leave 7-12 8-12
  …
as mbakker cancel 5 --on 11-12
  Absence 5 of Mark Bakker is cancelled on Friday 11 December 2026; on other days it stays.
as mbakker cancel 5
  Absence 5 of Mark Bakker is cancelled.
as mbakker leave every friday afternoon from 4-12
  …
as mbakker leave 11-12
  …
as mbakker cancel 7
  Absence 7 of Mark Bakker is cancelled.
  Mark Bakker is away on Friday 11 December 2026, the whole day all the same: leave 8 is still there.
