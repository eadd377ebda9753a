story Where a gap goes on after what was looked at, it is not told as if it ended there

directory office
at 2026-11-25 10:00
as sjansen sick
  …
as mbakker sick
  …
  Nobody is there in the next 26 weeks for:
    Lyceumgroep Oost: Wednesday 25 November 2026 10:00 to Wednesday 26 May 2027 11:00 and beyond; could stand in: Joke de Vries
as manager clients oost
  …
      Wednesday 25 November 2026 10:00 to Wednesday 26 May 2027 11:00 and beyond
as manager coverage --weeks 2
  …
  …Lyceumgroep Oost: …and beyond
  exit 1
# Where it ends by then, it ends.
as mbakker change 2 --until 30-11
  …
as manager clients oost
  …
      Wednesday 25 November 2026 10:00 to Friday 27 November 2026 17:00
