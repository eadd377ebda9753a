story Why a call would go where it goes is told step by step, with the place in the files

directory office
at 2026-11-25 10:00
as jdevries sick
as manager explain 0505550100
  At Wednesday 25 November 2026 10:00, generation 2
  …
    primary        Joke de Vries on 2101 is sick
    backup         Mark Bakker on 2102 is available
  …
as pbx explain 0505550100
  At Wednesday 25 November 2026 10:00, generation 2
  …
    primary        Joke de Vries on 2101 is away
  …
as manager explain 0535550100 --at "saturday 10:00"
  At Saturday 21 November 2026 10:00, directory version 1, in force since Wednesday 25 November 2026 10:00
  …

# Of a moment that is over it is the version of then.
wait 1h
change "name: Lyceumgroep Oost" to "name: Lyceum Oost"
as manager reload
wait 1h
as manager explain 0535550100 --at 10:30
  At Wednesday 25 November 2026 10:30, directory version 1, in force since Wednesday 25 November 2026 10:00
  …
as manager in nl explain 0535550100 --at 11:30
  …gegevens versie 2, geldig sinds woensdag 25 november 2026 11:00
  …
as manager explain 0535550100
  At Wednesday 25 November 2026 12:00, generation 3
  …
