story An absence that was cancelled cannot be given to anybody, and the answer says why

directory office
at 2026-11-25 10:00
as manager leave 2026-12-07 2026-12-11 --agent jdevries
  …
as manager give 1 mbakker
  absence 1 is Joke de Vries's, who is in the directory; cancel it, and enter another
  exit 1
as manager cancel 1
  …
wait 5m
as manager give 1 mbakker
  absence 1 of Joke de Vries was cancelled …10:00 by manager
  exit 1
as manager cancel 01
  `01` is no absence's number; majorctl absences lists them
  exit 64
as manager release jdevries --agent mbakker
  one agent is freed at a time: `jdevries` or `mbakker`?
  exit 64
