story A calendar shows who is away and who covers, and never why

directory office
at 2026-11-25 10:00
as jdevries leave 21-12 23-12
as manager sick --agent mbakker --until 27-11
as jdevries calendar
  From Monday 21 December 2026 until the end of Wednesday 23 December 2026: Joke de Vries away
    Scholengroep Noord: Mark Bakker
as mbakker calendar --desk
  From Wednesday 25 November 2026 10:00 until the end of Thursday 26 November 2026: Mark Bakker away
  From Monday 21 December 2026 until the end of Wednesday 23 December 2026: Joke de Vries away
    Scholengroep Noord: Mark Bakker
as sjansen calendar --client noord
  From Monday 21 December 2026 until the end of Wednesday 23 December 2026: Mark Bakker covers Scholengroep Noord
as visitor calendar --desk
  you may not do this: agents see pairs and coverage of clients; anybody else needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
