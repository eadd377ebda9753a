story Whoever names an agent or a client whom there is not is told so, with the name that is most likely meant, by every command

directory office
at 2026-11-25 10:00
as manager history --agent jdevrie
  there is no agent jdevrie; did you mean jdevries?
  exit 1
as manager history --client nord
  there is no client nord; did you mean noord?
  exit 1
as manager history --agent jdevries
  Nothing has changed in that time.
as manager coverage --client nord
  there is no client nord; did you mean noord?
  exit 1
as manager coverage --agent sjanse
  there is no agent sjanse; did you mean sjansen?
  exit 1
as manager coverage --agent jdevries --client oost
  Joke de Vries does not stand for Lyceumgroep Oost, neither in the pair nor as a deputy, now or later
  exit 1
as manager calendar --client nord
  there is no client nord; did you mean noord?
  exit 1
as manager deputy add sjansen --for nord morgen
  there is no agent and no client nord; did you mean noord?
  exit 1
as manager deputy add sjansen --for jdevries --client nord morgen
  there is no client nord; did you mean noord?
  exit 1
as manager number add 0201234567 nord
  there is no client nord; did you mean noord?
  exit 1
as manager leave morgen --agent jdevries --deputy sjanse
  Leave on Thursday 26 November 2026, the whole day: there is no agent sjanse; did you mean sjansen?
  exit 1

# An agent who has left is remembered by what he did.
as jdevries leave 2-12
  …
change "jdevries" to "jvries"
as manager reload
  …
as manager history --agent jdevries
  Wednesday 25 November 2026 10:00  joke  leave 1 of jdevries entered: on Wednesday 2 December 2026, the whole day

# A time to come, where only what has been makes sense.
as manager history --since tomorrow
  `tomorrow` is Thursday 26 November 2026 00:00, which is still to come
  exit 1
as manager unknown --since tomorrow
  `tomorrow` is Thursday 26 November 2026 00:00, which is still to come
  exit 1
as manager number refuse 05055510
  05055510 has fewer or more digits than a telephone number of its region; write all of them
  exit 1
as manager number refuse "+31 88 000 12 34"
  +31 88 000 12 34 is an exclusive number of this service: clients call it, and nobody calls from it
  exit 1
