story A case's number and its reference are apart: what is said twice never hits another case

directory office
at 2026-11-25 10:00

as manager case open oost
  Case #1 of Lyceumgroep Oost is open; Samira Jansen comes first for their calls.
as manager case open oost --ref OTHER
  Case #2 (OTHER) of Lyceumgroep Oost is open; …
as manager case open noord --ref 1
  Case #3 (1) of Scholengroep Noord is open; Joke de Vries comes first for their calls.
as manager case list
  …3 (1)  incident  Scholengroep Noord: Joke de Vries, since 10:00
  …2 (OTHER)  incident  Lyceumgroep Oost: Samira Jansen, since 10:00
  …1  incident  Lyceumgroep Oost: Samira Jansen, since 10:00

# The reference comes first, and is closed only once.
as manager case close 1
  Case #3 (1) of Scholengroep Noord is closed.
as manager case close 1
  case 1 (#3) is closed already: Wednesday 25 November 2026 10:00 by manager
  exit 1
as manager in nl case close 1
  zaak 1 (#3) is al gesloten: woensdag 25 november 2026 10:00 door manager
  exit 1
as manager call org.majord.Cases.Close '{"case": "1"}'
  error org.majord.Cases.UnknownCase
  case 1
  number 3
  closed_by manager
  closed_at 2026-11-25T10:00:00+01:00
pbx CASE 2101 close 1
  Case 1 of Scholengroep Noord is closed already
  refused

# Over a restart, too; and a number behind # is always one, as is one that no case has as its reference.
restart
as manager case note 1 "nog iets"
  case 1 (#3) is closed already: …
  exit 1
as manager case close '#3'
  case #3 is closed already: …
  exit 1
as manager case close '#1'
  Case #1 of Lyceumgroep Oost is closed.
as manager case close 2
  Case #2 (OTHER) of Lyceumgroep Oost is closed.
as manager case close 7
  there is no open case 7; see majorctl case list
  exit 1
as manager call org.majord.Cases.Close '{"case": "7"}'
  error org.majord.Cases.UnknownCase
  case 7

# What was done to it is told by either name.
as manager case show 1
  …3 (1)  incident  Scholengroep Noord: Joke de Vries, since 10:00; closed 10:00 by manager
  Wednesday 25 November 2026 10:00  manager  case #3 of Scholengroep Noord opened: …
  Wednesday 25 November 2026 10:00  manager  case #3 of Scholengroep Noord closed…
as manager case show '#1'
  …1  incident  Lyceumgroep Oost…
  Wednesday 25 November 2026 10:00  manager  case #1 of Lyceumgroep Oost opened…
  …
as manager case show 7
  there is no case 7; …
  exit 1
as manager case show NONE
  there is no case NONE; …
  exit 1

# The reference of a case that is closed may be used again.
as manager case open noord --ref 1
  Case #4 (1) of Scholengroep Noord is open; …
as manager case close 1
  Case #4 (1) of Scholengroep Noord is closed.
as manager case close 1
  case 1 (#4) is closed already: …
  exit 1

# Whose case a reference is already is told to those alone who work for that client.
as sjansen case open oost --ref T-9
  …
as jdevries case open noord --ref T-9
  T-9 is open as case #… of another client
  exit 1
as mbakker case open noord --ref T-9
  T-9 is open as case #… of Lyceumgroep Oost
  exit 1
