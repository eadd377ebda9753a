story A week in the office for those who read Dutch: leave, a gap, a deputy, sickness, pause, the history

directory office
change "agents:" to "managers: [{name: Els Mulder, user: emulder}]\nagents:"
at 2026-11-30 08:45
as jdevries in nl leave 23 dec tot en met 31 dec --note familie
  Je bent met verlof van woensdag 23 december 2026 tot en met donderdag 31 december 2026 (afwezigheid 1).
  Gesprekken van je klant gaan naar Mark Bakker tot en met donderdag 31 december 2026: Scholengroep Noord.
as jdevries in nl leave elke vrijdagmiddag vanaf 8 jan tot 1 april
  Je bent met verlof elke vrijdag, 12:30 tot 18:00, van vrijdag 8 januari 2027 tot en met woensdag 31 maart 2027 (afwezigheid 2).
  `8 jan` is vrijdag 8 januari 2027: een ander jaar.
  Gesprekken van je klant gaan op die uren naar Mark Bakker tot en met woensdag 31 maart 2027: Scholengroep Noord.
as mbakker in nl leave 28 dec t/m 30 dec
  Verlof van maandag 28 december 2026 tot en met woensdag 30 december 2026: klanten zouden niemand hebben:
    Scholengroep Noord: maandag 28 december 2026 tot en met woensdag 30 december 2026; kan invallen: Samira Jansen
  dan afwezig: Joke de Vries, van woensdag 23 december 2026 tot en met donderdag 31 december 2026 (afwezigheid 1)
  Om het aan een manager te vragen: majorctl leave … --request
  Met een vervanger, managers zonder --request: majorctl leave … --request --deputy sjansen
  Een manager kan het toch invoeren met --override REDEN.
  exit 1
as emulder in nl leave 28 dec t/m 30 dec --agent mbakker --deputy sjansen
  Mark Bakker is met verlof van maandag 28 december 2026 tot en met woensdag 30 december 2026 (afwezigheid 3).
  Samira Jansen valt in voor Mark Bakker bij Scholengroep Noord van maandag 28 december 2026 tot en met woensdag 30 december 2026 (vervanging 1).
  Van geen enkele klant komen de gesprekken in die tijd eerst bij Mark Bakker.
as emulder in nl coverage --client noord --weeks 6
  Dekking van maandag 30 november 2026 tot en met zondag 10 januari 2027
  …
                     wk 49   wk 50   wk 51   wk 52   wk 53   wk 1
                     30 nov  7 dec   14 dec  21 dec  28 dec  4 jan
                     mdwdvzz mdwdvzz mdwdvzz mdwdvzz mdwdvzz mdwdvzz
  Scholengroep Noord ███████ ███████ ███████ ██▄▄▄▄▄ ▒▒▒▄███ ████▄██
  …
  █ beiden  ▄ één van beiden  ▒ een vervanger
  Een dag toont het slechtste van de servicetijd.
  …
  Scholengroep Noord
    eerste contactpersoon Joke de Vries, tweede contactpersoon Mark Bakker
    woensdag 23 december 2026 tot en met zondag 27 december 2026: Mark Bakker alleen
    maandag 28 december 2026 tot en met woensdag 30 december 2026: Samira Jansen als vervanger
    donderdag 31 december 2026, de hele dag: Mark Bakker alleen
    vrijdag 8 januari 2027, 12:30 tot 18:00: Mark Bakker alleen
  Geen gaten tot en met zondag 10 januari 2027.
as emulder in nl capacity
  3 grote of 6 kleine klanten zijn 100 %; vooruitgekeken tot en met maandag 6 december 2027
  …
  Joke de Vries   17 %  ██········  plaats voor 2 grote of 5 kleine
                 eerste contactpersoon 1 kleine
  Mark Bakker     33 %  ███·······  plaats voor 2 grote of 4 kleine
                 tweede contactpersoon 2 kleine
  Samira Jansen   17 %  ██········  plaats voor 2 grote of 4 kleine
                 eerste contactpersoon 1 kleine
                 33 % vanaf maandag 28 december 2026: eerste contactpersoon 1 kleine, vervanger 1 kleine
                 17 % vanaf donderdag 31 december 2026: eerste contactpersoon 1 kleine
at 2026-12-01 09:10
as jdevries in nl sick
  Je bent ziekgemeld tot nader bericht.
  Gesprekken van je klant gaan naar Mark Bakker, soms naar Samira Jansen: Scholengroep Noord.
as mbakker in nl status jdevries
  Joke de Vries  jdevries  2101  afwezig  bezetting 17%
      eerste contactpersoon: Scholengroep Noord
      afwezigheid:
        4  afwezig van 09:10 tot nader bericht
        1  afwezig van woensdag 23 december tot en met donderdag 31 december
        2  afwezig elke vrijdag, 12:30 tot 18:00, van vrijdag 8 januari 2027 tot en met woensdag 31 maart 2027
as emulder in nl absences
  4  Joke de Vries: ziekmelding van 09:10 tot nader bericht
  1  Joke de Vries: verlof van woensdag 23 december tot en met donderdag 31 december (familie)
  3  Mark Bakker: verlof van maandag 28 december tot en met woensdag 30 december
  2  Joke de Vries: verlof elke vrijdag, 12:30 tot 18:00, van vrijdag 8 januari 2027 tot en met woensdag 31 maart 2027
at 2026-12-02 08:02
as jdevries in nl back
  Welkom terug: gesprekken komen weer bij jou binnen (ziekmelding beëindigd).
as jdevries in nl change 1 27 dec 31 dec
  Verlof 1 van Joke de Vries is gewijzigd: van zondag 27 december 2026 tot en met donderdag 31 december 2026; eerst: van woensdag 23 december 2026 tot en met donderdag 31 december 2026.
  Gesprekken van de klant van Joke de Vries gaan naar Samira Jansen, soms naar Mark Bakker, tot en met donderdag 31 december 2026: Scholengroep Noord.
as emulder in nl deputy list
  1  Samira Jansen voor Mark Bakker bij Scholengroep Noord: maandag 28 december 2026 tot en met woensdag 30 december 2026
as emulder in nl deputy cancel 1
  zonder Samira Jansen hebben klanten niemand:
    Scholengroep Noord: maandag 28 december 2026 tot en met woensdag 30 december 2026; dan heeft verder niemand ruimte
  Om het toch te doen: --override REDEN.
  exit 1
at 2026-12-03 14:00
as mbakker in nl pause 45m
  Je bent met pauze tot 14:45.
  Van geen enkele klant komen de gesprekken in die tijd eerst bij jou.
as emulder in nl status
  majord 0, generatie 8: 2 van 2 klanten gedekt, 1 medewerker afwezig
    Joke de Vries  2101  bereikbaar
    Mark Bakker    2102  met pauze tot 14:45
    Samira Jansen  2103  bereikbaar
as emulder in nl agents
  Joke de Vries  jdevries  2101  bereikbaar  bezetting 17%
      eerste contactpersoon: Scholengroep Noord
      hierna: afwezig vanaf zondag 27 december
  Mark Bakker    mbakker  2102  met pauze tot 14:45  bezetting 33%
      tweede contactpersoon: Scholengroep Noord, Lyceumgroep Oost
      hierna: terug vanaf 14:45
  Samira Jansen  sjansen  2103  bereikbaar  bezetting 17%
      eerste contactpersoon: Lyceumgroep Oost
      hierna: vervanger voor Scholengroep Noord vanaf maandag 28 december
as emulder in nl clients noord
  Scholengroep Noord  noord  gedekt
    eerste contactpersoon: Joke de Vries, bereikbaar
    tweede contactpersoon: Mark Bakker, met pauze tot 14:45
    Gesprekken gaan naar Joke de Vries (eerste contactpersoon).
    hierna: Mark Bakker terug vanaf 14:45
    overeenkomst Afspraken Noord, altijd, tot nader bericht
    nummers: +31505550100, +31505550200 - +31505550299
      Karin Smit, directeur, +31612345678
    In de komende 26 weken is er in alle servicetijd iemand.
as emulder in nl calendar --desk
  Op donderdag 3 december 2026, 14:00 tot 14:45: Mark Bakker afwezig
  …
  en nog … na de komende 4 weken; --all toont ze
as emulder in nl calendar --desk --all
  Op donderdag 3 december 2026, 14:00 tot 14:45: Mark Bakker afwezig
  Van zondag 27 december 2026 tot en met donderdag 31 december 2026: Joke de Vries afwezig
    Scholengroep Noord: Mark Bakker, op zondag 27 december 2026, de hele dag
    Scholengroep Noord: Samira Jansen, van maandag 28 december 2026 tot en met woensdag 30 december 2026
    Scholengroep Noord: Mark Bakker, op donderdag 31 december 2026, de hele dag
  Van maandag 28 december 2026 tot en met woensdag 30 december 2026: Mark Bakker afwezig
  Op vrijdag 8 januari 2027, 12:30 tot 18:00: Joke de Vries afwezig
    Scholengroep Noord: Mark Bakker
  …
as emulder in nl explain 0505550100
  Op donderdag 3 december 2026 14:00, generatie 8
    gebeld nummer          +31880001234 is een exclusief nummer
    beller                 +31505550100 is Scholengroep Noord, in `050 555 01 00` (/etc/majord/majord.yaml:27:15)
    overeenkomst           Afspraken Noord geldt vanaf donderdag 1 januari 2026
    servicetijd            altijd is binnen servicetijd
    eerste contactpersoon  Joke de Vries op 2101 is bereikbaar
    tweede contactpersoon  Mark Bakker op 2102 is met pauze tot 14:45
    besluit                bellen, want: eerste contactpersoon: 2101 (Joke de Vries, 20 s), dan 2000 (doorschakeling)
at 2026-12-04 10:00
as emulder in nl digest
  Dekking op vrijdag 4 december 2026
  …
  Gezocht, en niet gevonden: gaten tot en met zondag 6 juni 2027; gemiste gesprekken; tweeden alleen; aanvragen; lange ziektes; aflopende dienstverbanden; vervangingen die eerder aflopen; verouderde agenda's; aflopende overeenkomsten; kennismakingen te doen; zonder medewerker; zaken zonder houder.
as emulder in nl history --agent jdevries
  maandag 30 november 2026 08:45  joke  verlof 1 van Joke de Vries ingevoerd: van woensdag 23 december 2026 tot en met donderdag 31 december 2026, "familie"
  maandag 30 november 2026 08:45  joke  verlof 2 van Joke de Vries ingevoerd: elke vrijdag, 12:30 tot 18:00, van vrijdag 8 januari 2027 tot en met woensdag 31 maart 2027
  dinsdag 1 december 2026 09:10  joke  ziekmelding 4 van Joke de Vries ingevoerd: van dinsdag 1 december 2026 09:10 tot nader bericht
  woensdag 2 december 2026 08:02  joke  ziekmelding 4 van Joke de Vries beëindigd: van dinsdag 1 december 2026 09:10 tot woensdag 2 december 2026 08:02; eerst: van dinsdag 1 december 2026 09:10 tot nader bericht
  woensdag 2 december 2026 08:02  joke  verlof 1 van Joke de Vries gewijzigd: van zondag 27 december 2026 tot en met donderdag 31 december 2026, "familie"; eerst: van woensdag 23 december 2026 tot en met donderdag 31 december 2026, "familie"
as visitor in nl clients
  dit mag je niet: vaste paren en dekking van klanten zien medewerkers, en anders alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin)
  exit 77
