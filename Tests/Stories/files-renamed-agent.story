story An agent who is sick gets another id: that is warned of, and a manager settles it

directory office
at 2026-11-25 10:00
as jdevries sick
  You are reported sick until further notice.
  …

change "jdevries" to "jvries"
as manager check
  /etc/majord/majord.yaml: warning: there is no agent `jdevries`, whose absence 1 is not in force (perhaps Joke de Vries is meant, who is `jvries` now); after the reload `majorctl give 1 jvries` gives it to another agent, `majorctl cancel 1` ends it
as manager reload
  Reloaded as generation 3: …
  …
  /etc/majord/majord.yaml: warning: there is no agent `jdevries`, whose absence 1 is not in force (perhaps Joke de Vries is meant, who is `jvries` now); `majorctl give 1 jvries` gives it to another agent, `majorctl cancel 1` ends it
# Now that the reload is done, there is nothing to wait for.
as manager check
  /etc/majord/majord.yaml: warning: there is no agent `jdevries`, whose absence 1 is not in force; `majorctl give 1 AGENT` gives it to another agent, `majorctl cancel 1` ends it
# Until then the phone of somebody who is sick rings.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
as manager absences
  1  jdevries: sickness from 10:00 until further notice
     not in force: there is no agent jdevries; see majorctl give --help
as jvries give 1 jvries
  you may not do this: changing an absence whose agent is not in the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as manager give 1 jvries
  Joke de Vries is reported sick until further notice.
  …
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2102:20 2000:0 backup
