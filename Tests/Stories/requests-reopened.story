story An approval is taken back before the leave begins: the request waits again, and nobody stands in

directory office
change "agents:" to "managers: [{name: Els Mulder, user: emulder}]\nagents:"
at 2026-11-25 10:00
as jdevries leave 7-12 11-12
  …
as mbakker leave 8-12 9-12 --note ski --request --deputy sjansen
  …
as emulder approve 2
  …
as emulder deputy list
  1  Samira Jansen for Mark Bakker with Scholengroep Noord: Tuesday 8 December 2026 to the end of Wednesday 9 December 2026
as mbakker reopen 2
  you may not do this: deciding requests for leave needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
at 2026-11-25 10:05
as emulder reopen 2
  The decision on request 2 is taken back: leave of Mark Bakker from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026 waits for a manager again, as request 3.
  Deputyship 1 of Samira Jansen for Mark Bakker with Scholengroep Noord is cancelled.
as emulder deputy list
  Nobody stands in for anybody, now or later.
as mbakker requests
  2  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; approved on Wednesday 25 November 2026 10:00 by emulder; the leave was cancelled on Wednesday 25 November 2026 10:05 by emulder (ski)
  3  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026, with Samira Jansen to stand in; waiting for a manager (ski)

# What waits, was taken back already or is not there is not taken back.
as emulder reopen 3
  …
  exit 1
as emulder reopen 2
  …
  exit 1
as emulder reopen 9
  …
  exit 1

# It can be approved once more, though it leaves nobody; the agent reads why, and is not taken back once it has begun.
as emulder withdraw 3
  …
as mbakker leave 8-12 9-12 --request
  …
as emulder approve 4 --override "Noord weet ervan"
  …
as mbakker requests
  …
  4  Mark Bakker: leave from Tuesday 8 December 2026 until the end of Wednesday 9 December 2026; approved on Wednesday 25 November 2026 10:05 by emulder: Noord weet ervan
# So is a refusal, whatever has come meanwhile: it is not granted by that, also where nothing is in its way any more.
as jdevries leave 14-12
  …
as mbakker leave 14-12 --request --deputy sjansen
  …
as emulder decline 6 "te druk"
  …
as jdevries cancel 5
  …
as emulder reopen 6
  The decision on request 6 is taken back: leave of Mark Bakker on Monday 14 December 2026, the whole day waits for a manager again, as request 7.
as emulder reopen 6
  …
  exit 1
as mbakker requests
  …
  6  …; declined on …
  7  Mark Bakker: leave on Monday 14 December 2026, the whole day, with Samira Jansen to stand in; waiting for a manager
as mbakker withdraw 7
  …
at 2026-12-08 10:00
as emulder reopen 4
  only leave to come can be asked for
  exit 1
# What was taken back by who asked was never decided.
as emulder reopen 7
  no decision on request 7 can be taken back: it is withdrawn …; the leave can be asked for anew
  exit 1
