story The history of a series that was cancelled before it happened tells no term that cannot be

directory office
at 2026-11-25 10:00
as jdevries leave every friday afternoon from 4-12 until 1-4 --yes
  …
as jdevries cancel 1
  …
as jdevries history --absence 1
  …entered: every Friday, 12:30 to 18:00, from Friday 4 December 2026 until the end of Wednesday 31 March 2027
  Wednesday 25 November 2026 10:00  joke  leave 1 of Joke de Vries cancelled; before: every Friday, 12:30 to 18:00, from Friday 4 December 2026 until the end of Wednesday 31 March 2027
