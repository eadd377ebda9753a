story What is missed, and what is not

directory office
at 2026-11-25 10:00

# The overflow answers.
pbx ROUTE 0505550100 +31880001234 call-1
pbx RINGING call-1 2101
pbx ANSWERED call-1 2000
wait 1m
pbx ENDED call-1 ANSWER
# Of this one the PBX tells nothing: it is unknown, and never missed.
pbx ROUTE 0505550201 +31880001234 call-2
# Oost is closed in the evening.
at 18:00
pbx ROUTE 0535550100 +31880001234 call-3
  overflow 2900:0 closed
pbx ENDED call-3 CANCEL
wait 1m
as manager missed
  1  10:00  Scholengroep Noord (+31505550100): overflow answered; OVERDUE since 11:01 (Joke de Vries, Mark Bakker)
as manager calls
  18:00  Lyceumgroep Oost  not for the pair: closed  call-3
  10:01  Scholengroep Noord  not reported  call-2
  10:00  Scholengroep Noord  2000 (overflow), 0.0 s  overflow answered  call-1
as manager calls --outcome overflow
  10:00  Scholengroep Noord  2000 (overflow), 0.0 s  overflow answered  call-1
as manager missed done 1 --note "gemaild"
  Missed call 1 of Scholengroep Noord is done.
as manager missed done 1
  missed call 1 is done already: done, says manager, Wednesday 25 November 2026 18:01
  exit 1
as manager in nl missed done 1
  gemist gesprek 1 is al afgehandeld: afgehandeld, zegt manager, woensdag 25 november 2026 18:01
  exit 1
as manager call org.majord.Calls.CloseMissed '{"missed": "1"}'
  error org.majord.Calls.UnknownMissed
  missed 1
  closed_how by-hand
  closed_by manager
as sjansen missed done 1
  no missed call 1 is open; see majorctl missed
  exit 1
as manager missed done ''
  name a missed call by its number; see majorctl missed
  exit 1
as manager missed done x
  no missed call x is open; see majorctl missed
  exit 1

# A report that comes late corrects it.
pbx ROUTE 0505550202 +31880001234 call-4
pbx RINGING call-4 2101
wait 30s
pbx ENDED call-4 ANSWER
wait 10s
as manager missed
  2  18:01  Scholengroep Noord (+31505550202): nobody answered; call back before 19:01 (Joke de Vries, Mark Bakker)
pbx ANSWERED call-4 2101 35
wait 1s
as manager missed
  Nobody waits to be called back.
as manager missed --closed
  2  18:01  Scholengroep Noord (+31505550202): nobody answered; was answered by jdevries after all, …
  1  10:00  Scholengroep Noord (+31505550100): overflow answered; done, says manager, 18:01 ("gemaild")
