story Agents and clients: who is whose, who gets the calls, and what changes next, as far as each may know

directory office
at 2026-11-25 10:00
as manager leave 2026-12-07 2026-12-11 --agent jdevries
  …
as manager agents
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      next: away from Monday 7 December
  Mark Bakker    mbakker  2102  available  load 33%
      backup: Scholengroep Noord, Lyceumgroep Oost
  Samira Jansen  sjansen  2103  available  load 17%
      primary: Lyceumgroep Oost
as manager clients
  Scholengroep Noord  noord  covered  Joke de Vries (primary), Mark Bakker (backup)
      agreement Afspraken Noord, altijd, until further notice; 2 numbers
      next: Joke de Vries away from Monday 7 December
  Lyceumgroep Oost    oost  covered  Samira Jansen (primary), Mark Bakker (backup)
      agreement Afspraken Oost, kantoor, until the end of …2027…; 1 number
      next: agreement until the end of Friday 31 December 2027
# Numbers, contacts and the agreement are for those who stand for the client, and for managers.
as jdevries clients noord
  Scholengroep Noord  noord  covered
    primary: Joke de Vries, available
    backup: Mark Bakker, available
    Calls go to Joke de Vries (primary).
    next: Joke de Vries away from Monday 7 December
    agreement Afspraken Noord, altijd, until further notice
    numbers: +31505550100, +31505550200 - +31505550299
      Karin Smit, directeur, +31612345678
    In the next 26 weeks somebody is there in all of the service time.
as sjansen clients noord
  Scholengroep Noord  noord  covered
    primary: Joke de Vries, available
    backup: Mark Bakker, available
    Calls go to Joke de Vries (primary).
    next: Joke de Vries away from Monday 7 December
    In the next 26 weeks somebody is there in all of the service time.
as manager status jdevries
  Joke de Vries  jdevries  2101  available  load 17%
      primary: Scholengroep Noord
      next: away from Monday 7 December
      absences:
        1  leave from Monday 7 December until the end of Friday 11 December
as visitor status jdevries
  Joke de Vries  available
as visitor clients
  you may not do this: agents see pairs and coverage of clients; anybody else needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as pbx agents
  you may not do this: agents see pairs and coverage of clients; anybody else needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as manager status nord
  there is no agent and no client nord; did you mean noord?
  exit 1

# Both are away: nobody, and the exit status says so.
as jdevries sick
  …
as mbakker sick
  …
as sjansen status noord
  Scholengroep Noord  noord  uncovered
    primary: Joke de Vries, away
    backup: Mark Bakker, away
    Calls go to the overflow: nobody can take them.
    In the next 26 weeks nobody is there:
      Wednesday 25 November 2026 10:00 to …
  exit 1
as sjansen status --watch noord
  --watch and --clients are of all; leave out `noord`
  exit 64
