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
  At Saturday 21 November 2026 10:00, generation 2
  …
