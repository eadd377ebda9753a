story Gaps at the same hours of days that follow each other are one, in the digest; the status names each client once

directory office
change "extension: 2102, user: mark}" to "extension: 2102, user: mark, hours: {mon-fri: \"08:00-12:00\"}}"
at 2026-11-25 10:00
as manager leave 3-12 9-12 --agent sjansen --override "kan niet anders"
  Samira Jansen is on leave from Thursday 3 December 2026 until the end of Wednesday 9 December 2026 (absence 1).
  Calls for Samira Jansen's client go to Mark Bakker until the end of Wednesday 9 December 2026, except when nobody is there: Lyceumgroep Oost.
  Nobody is there for:
    Lyceumgroep Oost: Thursday 3 December 2026, 12:00 to 17:00; could stand in: Joke de Vries
      Friday 4 December 2026, 12:00 to 17:00
      Monday 7 December 2026, 12:00 to 17:00
      Tuesday 8 December 2026, 12:00 to 17:00
      Wednesday 9 December 2026, 12:00 to 17:00
as manager leave 16-12 --agent sjansen --override "kan niet anders"
  …
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Nobody is there, in service hours, until the end of Sunday 30 May 2027:
    Lyceumgroep Oost: Thursday 3 December 2026 to Wednesday 9 December 2026, each time 12:00 to 17:00; Wednesday 16 December 2026, 12:00 to 17:00
  …
as manager status
  majord 0, generation 3: 2 of 2 clients covered, 0 agents absent
    nobody for Lyceumgroep Oost: Thursday 3 December 2026, 12:00 to 17:00, and 5 more times until Wednesday 16 December 2026 17:00
    Joke de Vries  2101  available
    Mark Bakker    2102  available
    Samira Jansen  2103  available
as jdevries status
  majord 0, generation 3: 2 of 2 clients covered, 0 agents absent
    nobody for Lyceumgroep Oost: Thursday 3 December 2026, 12:00 to 17:00, and 5 more times until Wednesday 16 December 2026 17:00
    Joke de Vries  2101  available  (you)
    Mark Bakker    2102  available
    Samira Jansen  2103  available
as visitor status
  majord 0, generation 3: 2 of 2 clients covered, 0 agents absent
    Joke de Vries  available
    Mark Bakker    available
    Samira Jansen  available
as manager coverage --client oost --weeks 4
  Coverage from Wednesday 25 November 2026 to Sunday 20 December 2026
  …
                   wk 48   wk 49   wk 50   wk 51
                   23 Nov  30 Nov  7 Dec   14 Dec
                   MTWTFSS MTWTFSS MTWTFSS MTWTFSS
  Lyceumgroep Oost   ▄▄▄·· ▄▄▄!!·· !!!▄▄·· ▄▄!▄▄··
  …
  ▄ one of the two  ! nobody  · closed
  A day shows the worst of its service hours.
  …
  Lyceumgroep Oost
    primary Samira Jansen, backup Mark Bakker
    Wednesday 25 November 2026, 12:00 to 17:00: Samira Jansen alone
    Thursday 26 November 2026, 12:00 to 17:00: Samira Jansen alone
    Friday 27 November 2026, 12:00 to 17:00: Samira Jansen alone
    Monday 30 November 2026, 12:00 to 17:00: Samira Jansen alone
    Tuesday 1 December 2026, 12:00 to 17:00: Samira Jansen alone
    Wednesday 2 December 2026, 12:00 to 17:00: Samira Jansen alone
    Thursday 3 December 2026, 08:00 to 12:00: Mark Bakker alone
    Thursday 3 December 2026, 12:00 to 17:00: nobody
    Friday 4 December 2026, 08:00 to 12:00: Mark Bakker alone
    Friday 4 December 2026, 12:00 to 17:00: nobody
    Monday 7 December 2026, 08:00 to 12:00: Mark Bakker alone
    Monday 7 December 2026, 12:00 to 17:00: nobody
    Tuesday 8 December 2026, 08:00 to 12:00: Mark Bakker alone
    Tuesday 8 December 2026, 12:00 to 17:00: nobody
    Wednesday 9 December 2026, 08:00 to 12:00: Mark Bakker alone
    Wednesday 9 December 2026, 12:00 to 17:00: nobody
    Thursday 10 December 2026, 12:00 to 17:00: Samira Jansen alone
    Friday 11 December 2026, 12:00 to 17:00: Samira Jansen alone
    Monday 14 December 2026, 12:00 to 17:00: Samira Jansen alone
    Tuesday 15 December 2026, 12:00 to 17:00: Samira Jansen alone
    Wednesday 16 December 2026, 08:00 to 12:00: Mark Bakker alone
    Wednesday 16 December 2026, 12:00 to 17:00: nobody
    Thursday 17 December 2026, 12:00 to 17:00: Samira Jansen alone
    Friday 18 December 2026, 12:00 to 17:00: Samira Jansen alone
  exit 1
