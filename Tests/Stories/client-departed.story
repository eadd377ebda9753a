story Of a client and an agent who have left, managers get what is recorded of them

directory office
at 2026-11-25 10:00
pbx ROUTE 0535550100 +31880001234 call-1
  dial 2103:20 2102:20 2000:0 primary
pbx ANSWERED call-1 2103
wait 1m
pbx ENDED call-1 ANSWER
as manager case open oost --ref R-1
wait 1m

# Oost leaves, and Samira.
change "\n  - {id: sjansen, name: Samira Jansen, extension: 2103, user: samira}" to ""
change "\n  - id: oost\n    name: Lyceumgroep Oost\n    size: small\n    schools: 9\n    primary: sjansen\n    backup: mbakker\n    introduced: 2026-01-12\n    agreement: {title: Afspraken Oost, start: 2026-01-01, end: 2027-12-31, level: kantoor}\n    numbers: [053 555 01 00]" to ""
as manager reload
wait 1d
as manager report --client oost
  Lyceumgroep Oost, November 2026 …
  …
  Calls in service hours                 1
  …
as manager report --client oost --format csv
  client,client_name,level,…
  oost,Lyceumgroep Oost,kantoor,…
as manager report --client oots
  there is no client oots…
  exit 1
as jdevries report --client oost
  there is no client oost…
  exit 1

as manager calls --client oost
  …call-1
as manager calls --client oots
  there is no client oots…
  exit 1
as jdevries calls --client oost
  there is no client oost…
  exit 1
as manager calls --agent sjansen
  …call-1
as manager calls --agent sjanssen
  there is no agent sjanssen…
  exit 1
as jdevries calls --agent sjansen
  …
as manager case close R-1
as manager case list --client oost
  No case is open.
as manager case list --client oost --closed
  …1 (R-1)  incident  oost: sjansen, …
as manager case list --agent sjansen --closed
  …1 (R-1)  incident  oost: sjansen, …
as manager case list --agent sjanssen
  there is no agent sjanssen…
  exit 1
