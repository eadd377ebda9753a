story What is to be done for coverage is told to managers, as a text and as a mail

directory office
change "agents:" to "managers:\n  - {name: Els Mulder, user: emulder, email: e.mulder@supplier.example}\nagents:"
at 2026-11-25 10:00
as jdevries digest
  you may not do this: reading what is to be done for coverage needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as manager digest
  Coverage on Wednesday 25 November 2026
  …
  Looked for, and not found: gaps until the end of Sunday 30 May 2027; missed calls; backups alone; requests; long sicknesses; employments that end; deputyships that end early; stale calendars; agreements that end; introductions to do; orphans; cases without a holder.
as jdevries sick
  …
as manager leave 2-12 09:00 12:00 --agent mbakker --override "kan niet anders"
  …
at 2026-12-10 10:00
change "end: 2027-12-31" to "end: 2026-12-31"
change "introduced: 2026-01-12\n    agreement: {title: Afspraken Noord" to "agreement: {title: Afspraken Noord"
as manager reload
  …
as manager digest
  Coverage on Thursday 10 December 2026
  …
  The backup is there alone until the end of Sunday 20 December 2026:
    Scholengroep Noord: Mark Bakker, Thursday 10 December to Sunday 20 December
  …
  Sick for longer than 14 days, without an end:
    Joke de Vries, since Wednesday 25 November 10:00 (absence 1)
  …
  Agreements that end within 90 days:
    Lyceumgroep Oost: Afspraken Oost, until the end of Thursday 31 December 2026
  …
  Pairs that were never introduced:
    Scholengroep Noord
  …
  Looked for, and not found: gaps until the end of Sunday 13 June 2027; missed calls; requests; employments that end; deputyships that end early; stale calendars; orphans; cases without a holder.
as manager digest --mail
  To: e.mulder@supplier.example
  Subject: majord: 1 backup alone, 1 long sickness, 1 agreement that ends, 1 introduction to do
  …
  Content-Transfer-Encoding: quoted-printable
  …
  Coverage on Thursday 10 December 2026
  …
as manager digest --mail --to "team@supplier.example, els@supplier.example"
  To: team@supplier.example,
   els@supplier.example
  …
