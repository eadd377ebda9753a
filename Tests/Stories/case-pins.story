story An open case sends its client's calls to the agent who works on it, until it is closed

directory office
at 2026-11-25 10:00

as mbakker case open noord --ref INC-2041 --contact "Karin Smit" --note "wifi in gebouw B"
  Case #1 (INC-2041) of Scholengroep Noord is open; Mark Bakker comes first for calls of Karin Smit.

# Karin's calls go to Mark first, those of others at Noord do not.
pbx ROUTE 0612345678 +31880001234 call-1
  dial 2102:20 2101:20 2000:0 case
  agent mbakker
  role case
  case INC-2041
  for jdevries
  display Scholengroep Noord: K. Smit
  displays Scholengroep Noord: K. Smit (for Joke)|Scholengroep Noord: K. Smit|Scholengroep Noord: K. Smit
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
  for
  display Scholengroep Noord
  displays Scholengroep Noord|Scholengroep Noord (for Joke)|Scholengroep Noord

# Asked twice, it is opened once: a ticket system may repeat itself.
as mbakker case open noord --ref INC-2041
  Case #1 (INC-2041) of Scholengroep Noord was open already; Mark Bakker has it.

as sjansen case open noord
  …
  exit 77
as sjansen case take INC-2041
  there is no open case INC-2041; see majorctl case list
  exit 1
as jdevries case list
  …1 (INC-2041)  incident  Scholengroep Noord, Karin Smit: Mark Bakker, since 10:00
as sjansen case list
  No case is open.

# While he is away it stays his, and the call goes to the pair.
as mbakker sick
pbx ROUTE 0612345678 +31880001234 call-3
  dial 2101:20 2000:0 primary
as mbakker back
wait 1s

# A case that nobody has touched for two weeks pins nobody.
at 2026-12-09 09:59:59.999
pbx ROUTE 0612345678 +31880001234 call-4
  dial 2102:20 2101:20 2000:0 case
wait 1ms
pbx ROUTE 0612345678 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary
as mbakker case note 1 "access point vervangen"
  Noted of case #1 (INC-2041) of Scholengroep Noord.
pbx ROUTE 0612345678 +31880001234 call-6
  dial 2102:20 2101:20 2000:0 case

# It is known after a restart.
restart
pbx ROUTE 0612345678 +31880001234 call-7
  dial 2102:20 2101:20 2000:0 case

as jdevries case take INC-2041
  Case #1 (INC-2041) of Scholengroep Noord is Joke de Vries's from now on.
pbx ROUTE 0612345678 +31880001234 call-8
  dial 2101:20 2102:20 2000:0 case
as jdevries case close INC-2041 --note "werkt weer"
  Case #1 (INC-2041) of Scholengroep Noord is closed.
pbx ROUTE 0612345678 +31880001234 call-9
  dial 2101:20 2102:20 2000:0 primary
  case
as jdevries case close INC-2041
  case INC-2041 (#1) is closed already: Wednesday 9 December 2026 10:00 by joke
  exit 1
as sjansen case close INC-2041
  there is no open case INC-2041; see majorctl case list
  exit 1
as manager case show 1
  …1 (INC-2041)  incident  Scholengroep Noord, Karin Smit: Joke de Vries, since Wednesday 25 November 10:00; closed 10:00 by joke
  Wednesday 25 November 2026 10:00  mark  case #1 of Scholengroep Noord opened: INC-2041, Karin Smit (wifi in gebouw B)
  …
  Wednesday 9 December 2026 10:00  joke  case #1 of Scholengroep Noord closed (werkt weer)
