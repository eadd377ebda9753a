story Whoever makes an absence longer is told all of its gaps, those that stay included

directory office
at 2026-11-25 10:00
as jdevries leave 23-11 11-12
  …
# Mark stands for Noord as its backup: nobody is there while both are away.
as mbakker sick --until 27-11
  You are reported sick, back on Friday 27 November 2026.
  No client's calls come to you first in that time.
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026 10:00 to the end of Thursday 26 November 2026; could stand in: Samira Jansen
as mbakker sick --until 1-12
  You are reported sick since …
  No client's calls come to you first in that time.
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026 10:00 to the end of Monday 30 November 2026; could stand in: Samira Jansen
as mbakker change 2 --until 3-12
  Sickness 2 of Mark Bakker is changed: …
  No client's calls come to Mark Bakker first in that time.
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026 10:00 to the end of Wednesday 2 December 2026; could stand in: Samira Jansen
# Shorter as well, and with another note.
as mbakker change 2 --until 26-11
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026, 10:00 to 24:00; could stand in: Samira Jansen
as mbakker back
  …
as mbakker pause 30m
  …
as mbakker change 3 --until 11:00
  Pause 3 of Mark Bakker is changed: …
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026, 10:00 to 11:00; could stand in: Samira Jansen
# What was a gap without it is not its own.
as sjansen sick --until 27-11
  …
as sjansen change 4 --until 28-11
  Sickness 4 of Samira Jansen is changed: …
  Calls for Samira Jansen's client go to Mark Bakker …
  …
