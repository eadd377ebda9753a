story Recorded calls are decided again with other files: those that would go elsewhere are told, with the roster of their moment

directory office
at 2026-11-25 10:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
pbx ENDED call-1 CANCEL
wait 1s
as jdevries pause 1h
pbx ROUTE 0612345678 +31880001234 call-2
  dial 2102:20 2000:0 backup
pbx ENDED call-2 CANCEL
wait 2h
pbx ROUTE 0535550100 +31880001234 call-3
  dial 2103:20 2102:20 2000:0 primary
pbx ENDED call-3 CANCEL
wait 1s
# Sickness that is reported afterwards has changed no call.
as manager sick --agent sjansen --from 10:30

# With the files that decided, nothing is another.
as manager replay --directory majord.yaml
  None of 3 calls go elsewhere.
as jdevries replay --directory majord.yaml
  you may not do this: deciding recorded calls again needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77

# Samira in the post of Joke.
change "primary: jdevries" to "primary: sjansen"
as manager replay --directory majord.yaml
  Scholengroep Noord: Joke de Vries (primary) -> Samira Jansen (primary), 1 call
    …call-1  +31505550100  Joke de Vries is not asked there
  Scholengroep Noord: Mark Bakker (backup) -> Samira Jansen (primary), 1 call
    …call-2  Karin Smit (+31612345678)
  2 of 3 calls go elsewhere.
  exit 1
as manager in nl replay --directory majord.yaml --from 11:00
  Geen van 1 gesprek gaat ergens anders heen.
change "primary: sjansen" to "primary: nobody"
as manager replay --directory majord.yaml
  …nobody…
  …
  exit 2

# What is in force is as it was.
as manager explain 0505550100 --at 10:00
  …
  …primary…Joke de Vries on 2101 is available
  …
