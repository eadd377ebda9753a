story Agents change their own availability, managers everybody's; why somebody is away is for himself and managers

directory office
at 2026-11-25 10:00
as jdevries sick --note migraine
as jdevries sick --agent mbakker
  you may not do this: agents change their own availability; changing another's needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as visitor sick
  visitor is no agent's Unix user; name the agent with --agent
  exit 1
as visitor absences
  you may not do this: agents see who is away when; anybody else needs a manager (named in majord.yaml, or in the group majord-admin) or the group majord-pbx
  exit 77
as pbx absences
  1  Joke de Vries: away from 10:00 until further notice
as mbakker absences
  1  Joke de Vries: away from 10:00 until further notice
as jdevries absences
  1  Joke de Vries: sickness from 10:00 until further notice (migraine)
as manager absences
  1  Joke de Vries: sickness from 10:00 until further notice (migraine)
as mbakker explain 0505550100
  you may not do this: asking where calls go needs a manager (named in majord.yaml, or in the group majord-admin) or the group majord-pbx
  exit 77
as manager pause 30m --agent sjanssen
  there is no agent sjanssen; did you mean sjansen?
  exit 1
as manager pause 30m --agent sjansen
  Samira Jansen is in a pause until 10:30.
  …
