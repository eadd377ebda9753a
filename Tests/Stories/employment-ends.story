story An agent leaves: his last day is told wherever days ahead are shown, and a deputyship ends with it

directory office
change "extension: 2103, user: samira}" to "extension: 2103, user: samira, until: 2026-12-31}"
at 2026-11-25 10:00
as manager deputy add sjansen --for jdevries --client noord 21-12 8-1 --yes
  Samira Jansen stands in for Joke de Vries with Scholengroep Noord from Monday 21 December 2026 until the end of Friday 8 January 2027 (deputyship 1).
  `8-1` means Friday 8 January 2027: another year.
  Samira Jansen stands in until the end of Thursday 31 December 2026, the last day of the employment.
  It changes nothing as it stands: somebody else is there all the time.
as manager deputy list
  1  Samira Jansen for Joke de Vries with Scholengroep Noord: Monday 21 December 2026 to the end of Friday 8 January 2027
       Samira Jansen stands in until the end of Thursday 31 December 2026, the last day of the employment.
as manager agents
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
  Mark Bakker    mbakker  2102  available  load 33%
      backup: Scholengroep Noord, Lyceumgroep Oost
  Samira Jansen  sjansen  2103  available  load 17%
      primary: Lyceumgroep Oost
      next: deputy for Scholengroep Noord from Monday 21 December
      employed until the end of Thursday 31 December
as manager clients
  Scholengroep Noord  noord  covered  Joke de Vries (primary), Mark Bakker (backup)
      agreement Afspraken Noord, altijd, until further notice; 2 numbers
      next: Samira Jansen deputy from Monday 21 December
  Lyceumgroep Oost    oost  covered  Samira Jansen (primary), Mark Bakker (backup)
      agreement Afspraken Oost, kantoor, until the end of Friday 31 December 2027; 1 number
      next: Samira Jansen employed until the end of Thursday 31 December
as manager clients oost
  Lyceumgroep Oost  oost  covered
    primary: Samira Jansen, available
    backup: Mark Bakker, available
    Calls go to Samira Jansen (primary).
    Open until 17:00.
    next: Samira Jansen employed until the end of Thursday 31 December
    agreement Afspraken Oost, kantoor, until the end of Friday 31 December 2027
    numbers: +31535550100
    In the next 26 weeks somebody is there in all of the service time.
as manager status sjansen
  Samira Jansen  sjansen  2103  available  load 17%
      primary: Lyceumgroep Oost
      next: deputy for Scholengroep Noord from Monday 21 December
      employed until the end of Thursday 31 December
      no absence in force or to come
as sjansen calendar
  Samira Jansen is not away in the twelve months to come.
  Thursday 31 December 2026: last day of Samira Jansen
as sjansen calendar --ics
  …
  UID:last-day-sjansen@majord
  …
  DTSTART;VALUE=DATE:20261231
  DTEND;VALUE=DATE:20270101
  SUMMARY:Last day of Samira Jansen
  …
as manager calendar --client oost
  From Friday 1 January 2027 08:00 until Wednesday 24 November 2027 17:00: Mark Bakker covers Lyceumgroep Oost
  Thursday 31 December 2026: last day of Samira Jansen
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Agents who leave until the end of Sunday 30 May 2027:
    Samira Jansen: last day Thursday 31 December 2026; still in the pair of Lyceumgroep Oost
  …
  Deputyships that end before their last day until the end of Sunday 30 May 2027:
    Samira Jansen for Joke de Vries with Scholengroep Noord: until the end of Thursday 31 December 2026, the last day of Samira Jansen (deputyship 1)
  …
# Mark alone is left for Oost; when he is away, too, nobody is.
as mbakker leave 4-1
  Leave on Monday 4 January 2027, the whole day: it would leave clients without anybody:
    Lyceumgroep Oost: Monday 4 January 2027, 08:00 to 17:00; could stand in: Joke de Vries
  Allowed would be: Monday 4 January 2027, 00:00 to 08:00; Monday 4 January 2027, 17:00 to 24:00.
  To ask a manager for it: majorctl leave … --request
  With somebody to stand in, managers without --request: majorctl leave … --request --deputy jdevries
  A manager can enter it all the same with --override REASON.
  `4-1` means Monday 4 January 2027: another year.
  exit 1
as manager leave 4-1 --agent mbakker --override "kan niet anders"
  Mark Bakker is on leave on Monday 4 January 2027, the whole day (absence 1).
  `4-1` means Monday 4 January 2027: another year.
  No client's calls come to Mark Bakker first in that time.
  Nobody is there for:
    Lyceumgroep Oost: Monday 4 January 2027, 08:00 to 17:00; could stand in: Joke de Vries
as manager status
  majord 0, generation 3: 2 of 2 clients covered, 0 agents absent
    nobody for Lyceumgroep Oost: Monday 4 January 2027, 08:00 to 17:00
    Joke de Vries  2101  available
    Mark Bakker    2102  available
    Samira Jansen  2103  available
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Nobody is there, in service hours, until the end of Sunday 30 May 2027:
    Lyceumgroep Oost: Monday 4 January 2027, 08:00 to 17:00
  …
  Agents who leave until the end of Sunday 30 May 2027:
    Samira Jansen: last day Thursday 31 December 2026; still in the pair of Lyceumgroep Oost
  …
  Deputyships that end before their last day until the end of Sunday 30 May 2027:
    Samira Jansen for Joke de Vries with Scholengroep Noord: until the end of Thursday 31 December 2026, the last day of Samira Jansen (deputyship 1)
  …
as visitor status
  majord 0, generation 3: 2 of 2 clients covered, 0 agents absent
    Joke de Vries  available
    Mark Bakker    available
    Samira Jansen  available
