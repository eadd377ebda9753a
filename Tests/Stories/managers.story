story Who is named under managers is a manager, and nobody else is

directory office
change "ring: 20s" to "ring: 20s\nmanagers: [{name: Els Mulder, user: emulder}, {name: Joke de Vries, user: joke}]"
at 2026-11-25 10:00
as emulder sick --agent mbakker
as emulder reload
  …
# Joke is an agent and a manager.
as jdevries back --agent mbakker
as mbakker sick --agent jdevries
  you may not do this: agents change their own availability; changing another's needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as visitor reload
  …
  exit 77
change ", {name: Joke de Vries, user: joke}" to ""
as emulder reload
  …
as jdevries reload
  …
  exit 77
journal
  …
