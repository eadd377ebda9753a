story Who is back is told of deputies whom the sickness needed, and of no others, and how he may end that

directory office
change "  - {id: sjansen" to "  - {id: avisser, name: Anna Visser, extension: 2104, user: anna}\n  - {id: sjansen"
at 2026-11-25 10:00
# For Christmas, long before.
as manager deputy add avisser --for jdevries 21-12 4-1
  …
wait 1h
as jdevries sick
  …
wait 1h
as manager deputy add sjansen --for jdevries today 4-12
  …
as jdevries back
  Welcome back: calls come to you again (sickness ended).
  Samira Jansen still stands in for Joke de Vries: Wednesday 25 November 2026 12:00 to the end of Friday 4 December 2026 (deputyship 2); Samira Jansen or a manager can end that
as jdevries deputy cancel 2
  …
  exit 77
wait 1h
as jdevries sick
  …
as manager back --agent jdevries
  Joke de Vries is back: calls come there again (sickness ended).
# Whoever may end it is told how.
as jdevries sick
  …
as manager deputy add avisser --for jdevries 7-12 8-12
  …
as manager back --agent jdevries
  Joke de Vries is back: calls come there again (sickness ended).
  Anna Visser still stands in for Joke de Vries: Monday 7 December 2026 to the end of Tuesday 8 December 2026 (deputyship 3); to end that: majorctl deputy cancel 3
