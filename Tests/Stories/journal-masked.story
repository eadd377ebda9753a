story The journal has callers' numbers masked, and what an agent's absence is called nowhere

directory office
at 2026-11-25 10:00
as jdevries sick --note migraine
as jdevries back
pbx ROUTE 0505550100 +31880001234 call-1
pbx ROUTE 0201234567 +31880001234 call-2
pbx ROUTE 0032470123456 +31880001234 call-3
journal
  notice Joke de Vries is away from 2026-11-25T10:00:00+01:00
  notice Absence 1 of Joke de Vries ended by joke
  info Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary
  info Call from +3120123**** to the overflow on 2000: unknown-caller
  info Call from +3247012**** to the overflow on 2000: unknown-caller
