story The backup takes over from a primary who is away, and nobody is there when both are

directory office
at 2026-11-25 10:00

as jdevries sick
  You are reported sick until further notice.
  Calls for your client go to Mark Bakker: Scholengroep Noord.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
  role backup
  agent mbakker
journal
  notice Joke de Vries is away from 2026-11-25T10:00:00+01:00
  info Call from Scholengroep Noord (+3150555****) to Mark Bakker on 2102: backup, since Joke de Vries is away

as mbakker pause 45m
  You are in a pause until 10:45.
  …
  Nobody is there for:
    Scholengroep Noord: Wednesday 25 November 2026, 10:00 to 10:45; could stand in: Samira Jansen
pbx ROUTE 0505550100 +31880001234 call-2
  overflow 2050:0 uncovered
  client noord
journal
  notice Mark Bakker is away from 2026-11-25T10:00:00+01:00 until 2026-11-25T10:45:00+01:00
  critical Scholengroep Noord is left without an agent from 2026-11-25T10:00:00+01:00
  critical Nobody covers the call from Scholengroep Noord (+3150555****): it goes to the overflow 2050

# The pause ends by itself.
at 10:44:59.999
pbx ROUTE 0505550100 +31880001234 call-3
  overflow 2050:0 uncovered
at 10:45
pbx ROUTE 0505550100 +31880001234 call-4
  dial 2102:20 2000:0 backup
