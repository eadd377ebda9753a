story Whoever types a name in place of an id, or mistypes a day, is told what is most likely meant

directory office
at 2026-11-25 10:00
as manager status Samira
  there is no agent and no client Samira; did you mean sjansen (Samira Jansen)?
  exit 1
as manager clients scholengroep
  there is no client scholengroep; did you mean noord (Scholengroep Noord)?
  exit 1
as manager status lyceum
  there is no agent and no client lyceum; did you mean oost (Lyceumgroep Oost)?
  exit 1
as manager sick --agent Jokke
  there is no agent Jokke; did you mean jdevries (Joke de Vries)?
  exit 1
as manager in nl leave morgen --agent Joke
  Verlof op donderdag 26 november 2026, de hele dag: er is geen medewerker Joke; bedoel je jdevries (Joke de Vries)?
  exit 1
# A stranger is told no names.
as visitor status Samira
  …
  exit 77
as jdevries leave tomorow
  `tomorow` is no day or time; did you mean `tomorrow`?
  exit 64
as jdevries leave next fryday
  `next fryday` is no day or time; did you mean `next friday`?
  exit 64
as jdevries in nl leave woendsag
  `woendsag` is geen dag of tijd; bedoel je `woensdag`?
  exit 64
as jdevries leave soon
  `soon` is no day or time; write for example …
  exit 64
