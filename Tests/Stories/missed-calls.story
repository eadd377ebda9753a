story A client's call that none of his own people answered is open until he was reached

directory office
at 2026-11-25 10:00

# Karin hangs up while Joke's phone rings, and again some minutes later: that is one missed call.
pbx ROUTE 0612345678 +31880001234 call-1
pbx RINGING call-1 2101
wait 12s
pbx ENDED call-1 CANCEL
wait 9s
as jdevries missed
  Nobody waits to be called back.
wait 1s
as jdevries missed
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer; call back before 11:00 (Joke de Vries, Mark Bakker)
wait 5m
pbx ROUTE 0612345678 +31880001234 call-2
pbx ENDED call-2 CANCEL
wait 10s
as mbakker missed --mine
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer, 2 times; call back before 11:00 (Joke de Vries, Mark Bakker)
as sjansen missed
  Nobody waits to be called back.

# Mark dials her, and she does not answer; what others dial is nobody's concern.
pbx CALLED out-1 2102 0612345678
  OK
busy mbakker
wait 20s
pbx ENDED out-1 NOANSWER
pbx CALLED out-2 2102 0201234567
  OK
busy nobody
pbx ANSWERED out-2 2102
busy nobody
pbx ENDED out-2 ANSWER
wait 10s
as mbakker call out-1
  Wednesday 25 November 2026 10:05  called, not reached
    to              Scholengroep Noord, Karin Smit (+31612345678)
    ended           no-answer, Wednesday 25 November 2026 10:05
    missed call     1
    directory       version 1, in force since Wednesday 25 November 2026 10:00
as jdevries missed
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer, 2 times; called once, not reached; call back before 11:00 (Joke de Vries, Mark Bakker)

# It is overdue an hour of service after the first call ended.
at 11:00:12
as manager missed
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer, 2 times; called once, not reached; OVERDUE since 11:00 (Joke de Vries, Mark Bakker)
# A call that reached her until then would be known by now.
wait 10s
as manager events
  1  10:00  call-missed: A call from Scholengroep Noord (Karin Smit) was missed, Wednesday 25 November 2026 10:00: … (missed call 1)
  2  11:00  call-overdue: Scholengroep Noord (Karin Smit) was to be called back before Wednesday 25 November 2026 11:00 (missed call 1)

# The event and the journal tell of it once, also over a restart.
journal
  …
  warning Scholengroep Noord was to be called back by 2026-11-25T11:00:…
  …
restart
wait 1m
as manager events --kind call-overdue
  2  11:00  call-overdue: …
journal
as manager call org.majord.Events.List '{"kinds": ["call-overdue"]}'
  events.1.missed 1
  events.1.contact Karin Smit
as manager missed --client noord
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): …
as manager missed --client oost
  Nobody waits to be called back.
as manager missed --client nord
  there is no client nord; …
  exit 1
as sjansen missed --client noord
  …
  exit 77

# The next call from her goes to Mark, who has called back, and he answers it: done.
pbx ROUTE 0612345678 +31880001234 call-3
  dial 2102:20 2101:20 2000:0 callback
  for jdevries
pbx ANSWERED call-3 2102
wait 1s
as jdevries missed
  Nobody waits to be called back.
as jdevries missed --closed
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer, 2 times; called once, not reached; called again and was answered by mbakker, 11:01
pbx ENDED call-3 ANSWER
records
  …
