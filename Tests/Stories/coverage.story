story What is to come is shown day by day, and where nobody is

directory office
at 2026-11-25 10:00
as jdevries coverage --weeks 3
  Coverage from Wednesday 25 November 2026 to Sunday 13 December 2026
  …
                     wk 48   wk 49   wk 50
                     23 Nov  30 Nov  7 Dec
                     MTWTFSS MTWTFSS MTWTFSS
  Scholengroep Noord   █████ ███████ ███████
  Lyceumgroep Oost     ███·· █████·· █████··
  …
  █ both  · closed
  A day shows the worst of its service hours.
  …
  No gaps until the end of Sunday 13 December 2026.
as jdevries leave 1-12 3-12
  …
as manager leave 2-12 09:00 12:00 --agent mbakker --override "kan niet anders"
  …
# Mark is Oost's backup, too: Samira is there alone.
as jdevries coverage --weeks 3
  Coverage from Wednesday 25 November 2026 to Sunday 13 December 2026
  …
                     wk 48   wk 49   wk 50
                     23 Nov  30 Nov  7 Dec
                     MTWTFSS MTWTFSS MTWTFSS
  Scholengroep Noord   █████ █▄!▄███ ███████
  Lyceumgroep Oost     ███·· ██▄██·· █████··
  …
  █ both  ▄ one of the two  ! nobody  · closed
  A day shows the worst of its service hours.
  …
  Nobody is there, in service hours:
    Scholengroep Noord: Wednesday 2 December 2026, 09:00 to 12:00
  exit 1
as mbakker coverage --client noord --weeks 2
  …
  Scholengroep Noord
    primary Joke de Vries, backup Mark Bakker
    Tuesday 1 December 2026 to Wednesday 2 December 2026 09:00: Mark Bakker alone
    Wednesday 2 December 2026, 09:00 to 12:00: nobody
    Wednesday 2 December 2026 12:00 to the end of Thursday 3 December 2026: Mark Bakker alone
  exit 1
# What is over is no part of it.
at 2026-12-02 12:00
as manager coverage --weeks 1
  …
  Scholengroep Noord   ▄▄███
  Lyceumgroep Oost     ███··
  …
  No gaps until the end of Sunday 6 December 2026.
