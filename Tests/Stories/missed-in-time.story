story Who was called back in time is not told of as overdue

directory office
at 2026-11-25 10:00

pbx ROUTE 0612345678 +31880001234 call-1
pbx ENDED call-1 CANCEL
wait 10s
as jdevries missed
  1  10:00  Scholengroep Noord, Karin Smit (+31612345678): hung up before answer; call back before 11:00 (Joke de Vries, Mark Bakker)

# Joke reaches her some seconds before that, and it is over before anybody has looked at it.
at 10:59:54
pbx CALLED out-1 2101 0612345678
  OK
pbx ANSWERED out-1 2101
pbx ENDED out-1 ANSWER
at 11:00:01
wait 1s
wait 9s
as manager missed
  Nobody waits to be called back.
as manager events
  1  10:00  call-missed: A call from Scholengroep Noord was missed, Wednesday 25 November 2026 10:00: … (missed call 1)
