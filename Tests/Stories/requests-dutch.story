story The same of requests in Dutch

directory office
change "agents:" to "managers: [{name: Els Mulder, user: emulder}]\nagents:"
at 2026-11-25 10:00
as jdevries in nl leave 7-12 11-12
  …
# Mark is the backup of both: Noord would have nobody.
as mbakker in nl leave 8-12 9-12 --note ski
  Verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026: klanten zouden niemand hebben:
    Scholengroep Noord: dinsdag 8 december 2026 tot en met woensdag 9 december 2026; kan invallen: Samira Jansen
  dan afwezig: Joke de Vries, van maandag 7 december 2026 tot en met vrijdag 11 december 2026 (afwezigheid 1)
  Om het aan een manager te vragen: majorctl leave … --request
  Met een vervanger, managers zonder --request: majorctl leave … --request --deputy sjansen
  Een manager kan het toch invoeren met --override REDEN.
  exit 1
as mbakker in nl leave 8-12 9-12 --note ski --request --deputy sjansen
  Aangevraagd: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026 (aanvraag 2). Een manager beslist.
  Er is niemand voor:
    Scholengroep Noord: dinsdag 8 december 2026 tot en met woensdag 9 december 2026; kan invallen: Samira Jansen
as mbakker in nl leave 8-12 9-12 --request
  Verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026: hetzelfde verlof is al aangevraagd: aanvraag 2
  exit 1
as jdevries in nl requests
  Er wacht geen aanvraag.
as mbakker in nl requests
  2  Mark Bakker: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; wacht op een manager (ski)
as emulder in nl requests
  2  Mark Bakker: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; wacht op een manager (ski)

# What waits reserves, and is not in force.
as sjansen in nl leave 8-12 9-12
  Verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026: klanten zouden niemand hebben:
    Lyceumgroep Oost: dinsdag 8 december 2026 08:00 tot woensdag 9 december 2026 17:00; dan heeft verder niemand ruimte
  dan afwezig: Mark Bakker, van dinsdag 8 december 2026 tot en met woensdag 9 december 2026 (aanvraag 2)
  Om het aan een manager te vragen: majorctl leave … --request
  Een manager kan het toch invoeren met --override REDEN.
  exit 1
as emulder in nl digest
  Dekking op woensdag 25 november 2026
  …
  Aanvragen voor verlof die wachten:
    2  Mark Bakker: dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; aangevraagd op woensdag 25 november 2026 10:00
  …
at 2026-12-02 09:00
as mbakker in nl approve 2
  dit mag je niet: over aanvragen van verlof beslissen kan alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin)
  exit 77
as emulder in nl approve 2
  Mark Bakker is met verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026 (afwezigheid 2).
  Samira Jansen valt in voor Mark Bakker bij Scholengroep Noord van dinsdag 8 december 2026 tot en met woensdag 9 december 2026 (vervanging 1).
  Van geen enkele klant komen de gesprekken in die tijd eerst bij Mark Bakker.
as mbakker in nl requests
  2  Mark Bakker: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; goedgekeurd op woensdag 2 december 2026 09:00 door emulder (ski)
as emulder in nl approve 2
  aanvraag 2 wacht niet: goedgekeurd op woensdag 2 december 2026 09:00 door emulder
  exit 1
as emulder in nl deputy list
  1  Samira Jansen voor Mark Bakker bij Scholengroep Noord: dinsdag 8 december 2026 tot en met woensdag 9 december 2026
at 2026-12-08 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2103:20 2000:0 deputy

# Declined: the agent reads why, and what does not wait cannot be decided again.
as mbakker in nl leave 10-12 11-12 --request
  Aangevraagd: verlof van donderdag 10 december 2026 tot en met vrijdag 11 december 2026 (aanvraag 3). Een manager beslist.
  Er is niemand voor:
    Scholengroep Noord: donderdag 10 december 2026 tot en met vrijdag 11 december 2026; kan invallen: Samira Jansen
as mbakker in nl decline 3 nee
  dit mag je niet: over aanvragen van verlof beslissen kan alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin)
  exit 77
as emulder in nl decline 3 "te druk"
  Aanvraag 3 van Mark Bakker is afgewezen: te druk.
as mbakker in nl requests
  2  Mark Bakker: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; goedgekeurd op woensdag 2 december 2026 09:00 door emulder (ski)
  3  Mark Bakker: verlof van donderdag 10 december 2026 tot en met vrijdag 11 december 2026; afgewezen op dinsdag 8 december 2026 10:00 door emulder: te druk
as emulder in nl approve 3
  aanvraag 3 wacht niet: afgewezen op dinsdag 8 december 2026 10:00 door emulder: te druk
  exit 1
as mbakker in nl withdraw 3
  aanvraag 3 wacht niet: afgewezen op dinsdag 8 december 2026 10:00 door emulder: te druk
  exit 1

# Taken back: by the agent himself, by nobody else.
as mbakker in nl leave 11-12 --request
  Aangevraagd: verlof op vrijdag 11 december 2026, de hele dag (aanvraag 4). Een manager beslist.
  Er is niemand voor:
    Scholengroep Noord: vrijdag 11 december 2026, de hele dag; kan invallen: Samira Jansen
as jdevries in nl withdraw 4
  dit mag je niet: medewerkers wijzigen hun eigen bereikbaarheid; die van een ander kan alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin)
  exit 77
as mbakker in nl withdraw 4
  Aanvraag 4 van Mark Bakker is teruggetrokken.
as emulder in nl requests
  2  Mark Bakker: verlof van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, met Samira Jansen als vervanger; goedgekeurd op woensdag 2 december 2026 09:00 door emulder (ski)
  3  Mark Bakker: verlof van donderdag 10 december 2026 tot en met vrijdag 11 december 2026; afgewezen op dinsdag 8 december 2026 10:00 door emulder: te druk
  4  Mark Bakker: verlof op vrijdag 11 december 2026, de hele dag; teruggetrokken op dinsdag 8 december 2026 10:00 door mark
as emulder in nl decline 4 "te laat"
  aanvraag 4 wacht niet: teruggetrokken op dinsdag 8 december 2026 10:00 door mark
  exit 1

# Nobody decides: it is an event two days ahead, lapses at its start, and then reserves nothing.
as jdevries in nl leave 17-12
  …
as mbakker in nl leave 17-12 --request
  Aangevraagd: verlof op donderdag 17 december 2026, de hele dag (aanvraag 6). Een manager beslist.
  Er is niemand voor:
    Scholengroep Noord: donderdag 17 december 2026, de hele dag; kan invallen: Samira Jansen
journal
  …
at 2026-12-15 00:00
journal
  warning Request 6 of Mark Bakker waits to be decided, and lapses at 2026-12-17T00:00:00+01:00
at 2026-12-17 00:00
journal
  warning Request 6 of Mark Bakker has lapsed: nobody decided it before its start
as mbakker in nl requests
  6  Mark Bakker: verlof op donderdag 17 december 2026, de hele dag; vervallen, want niemand besliste voor het begin
as emulder in nl digest
  Dekking op donderdag 17 december 2026
  …
  De tweede contactpersoon is er alleen tot en met zondag 27 december 2026:
    Scholengroep Noord: Mark Bakker, donderdag 17 december
  …
  Aanvragen voor verlof die wachten:
    6  Mark Bakker: donderdag 17 december 2026, de hele dag; vervallen, want niemand besliste voor het begin
  …
as emulder in nl approve 6
  aanvraag 6 wacht niet: vervallen, want niemand besliste voor het begin
  exit 1
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
as emulder in nl history --agent mbakker
  woensdag 25 november 2026 10:00  mark  aanvraag 2 van Mark Bakker aangevraagd: van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, "ski"
  woensdag 2 december 2026 09:00  emulder  aanvraag 2 van Mark Bakker goedgekeurd: van dinsdag 8 december 2026 tot en met woensdag 9 december 2026, "ski"
  woensdag 2 december 2026 09:00  emulder  vervanging 1 van Samira Jansen voor Mark Bakker bij Scholengroep Noord ingevoerd: van dinsdag 8 december 2026 tot en met woensdag 9 december 2026
  dinsdag 8 december 2026 10:00  mark  aanvraag 3 van Mark Bakker aangevraagd: van donderdag 10 december 2026 tot en met vrijdag 11 december 2026
  dinsdag 8 december 2026 10:00  emulder  aanvraag 3 van Mark Bakker afgewezen: van donderdag 10 december 2026 tot en met vrijdag 11 december 2026 (te druk)
  dinsdag 8 december 2026 10:00  mark  aanvraag 4 van Mark Bakker aangevraagd: op vrijdag 11 december 2026, de hele dag
  dinsdag 8 december 2026 10:00  mark  aanvraag 4 van Mark Bakker teruggetrokken: op vrijdag 11 december 2026, de hele dag
  dinsdag 8 december 2026 10:00  mark  aanvraag 6 van Mark Bakker aangevraagd: op donderdag 17 december 2026, de hele dag
  donderdag 17 december 2026 00:00  majord  aanvraag 6 van Mark Bakker vervallen, want niemand besliste voor het begin: op donderdag 17 december 2026, de hele dag
