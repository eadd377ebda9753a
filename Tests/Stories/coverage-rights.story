story Strangers and PBXs read who has nobody at times, and nothing else

directory office
at 2026-11-25 10:00
as nobody-here coverage
  No gaps until the end of Sunday 17 January 2027.
as manager leave 2-12 --agent mbakker
  …
as manager leave 2-12 09:00 12:00 --agent jdevries --override "kan niet anders"
  …
as nobody-here coverage
  Nobody is there at times until the end of Sunday 17 January 2027 for: Scholengroep Noord.
  exit 1
as pbx coverage
  Nobody is there at times until the end of Sunday 17 January 2027 for: Scholengroep Noord.
  exit 1
as nobody-here coverage --client noord
  you may not do this: agents see pairs and coverage of clients; anybody else needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as pbx capacity
  you may not do this: agents see pairs and coverage of clients; anybody else needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as nobody-here call org.majord.Reports.Coverage '{"details": true}'
  uncovered.1.client noord
