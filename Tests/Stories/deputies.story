story A deputy closes a gap, a deputy's deputy follows, and one who changes nothing is said so

directory office
change "  - {id: sjansen" to "  - {id: avisser, name: Anna Visser, extension: 2104, user: anna}\n  - {id: sjansen"
at 2026-11-25 10:00
as manager deputy add sjansen --for jdevries 1-12 4-12
  Samira Jansen stands in for Joke de Vries from Tuesday 1 December 2026 until the end of Friday 4 December 2026 (deputyship 1).
  It changes nothing as it stands: somebody else is there all the time.
as jdevries leave 1-12 4-12
  …
# The backup may go as well: Samira is there.
as mbakker leave 2-12
  …
at 2026-12-02 12:00
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2103:20 2000:0 deputy
  agent sjansen

# Without her nobody would be left.
as manager deputy cancel 1
  without Samira Jansen clients have nobody:
  …
  exit 1
as manager deputy add avisser --for sjansen 2-12 3-12
  …
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2103:20 2104:20 2000:0 deputy
as manager sick --agent sjansen
  …
pbx ROUTE 0505550100 +31880001234 call-3
  dial 2104:20 2000:0 deputy
as sjansen deputy list
  …

# Whoever stands in for somebody whose standing in ends, ends with it.
as manager deputy cancel 1 --override "Samira is ziek"
  …
pbx ROUTE 0505550100 +31880001234 call-4
  overflow 2050:0 uncovered
# What has ended is no longer shown; the history has it.
as manager deputy cancel 2
  without Anna Visser clients have nobody:
    Lyceumgroep Oost: Wednesday 2 December 2026, 12:00 to 17:00; nobody else has capacity then
  …
  exit 1
as manager deputy cancel 2 --override "Oost weet ervan"
  …
as manager deputy list
  Nobody stands in for anybody, now or later.
as manager history --agent sjansen
  …
  … deputyship 1 of Samira Jansen for Joke de Vries ended: … (Samira is ziek)
  …
