story A pause is as long as people say, or until they say

directory office
at 2026-11-25 10:00
as jdevries pause 1u
  You are in a pause until 11:00.
  …
# A new one takes the place of the one before.
as jdevries pause een half uur
  You are in a pause until 10:30.
  …
as jdevries pause until 14:00
  You are in a pause until 14:00.
  …
as jdevries pause 1h30
  You are in a pause until 11:30.
  …
pbx AGENT 2101 pause 1u
  Joke de Vries is away until 11:00
  away

as jdevries pause 45
  `45` is no length of time; …
  exit 64
as jdevries pause 2 dagen
  `2 dagen` is no length of time; …
  exit 64
as jdevries pause until 9:00
  `9:00` is Wednesday 25 November 2026 09:00, which is over; say when you are back
  exit 1
as jdevries pause 2 dagen en een uur
  …
  exit 64
