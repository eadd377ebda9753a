story A client's own number is called from a phone that nobody knows, and the caller is called back

directory office
change "exclusive_numbers: [+31 88 000 12 34]" to "exclusive_numbers: [+31 88 000 12 34, {number: +31880001240, client: noord}]"
at 2026-11-25 10:00

pbx ROUTE 0699992222 +31880001240 call-1
  client noord
wait 5s
pbx ENDED call-1 CANCEL
wait 11s
as manager missed
  1  10:00  Scholengroep Noord (+31699992222): hung up before answer; call back before 11:00 (Joke de Vries, Mark Bakker)

# Another number that nobody knows is nobody's concern.
pbx CALLED back-1 2102 0699993333
pbx ANSWERED back-1 2102
pbx ENDED back-1 ANSWER
wait 11s
# Also after a restart it is known who waits.
restart
pbx CALLED back-2 2102 0699992222
busy mbakker
wait 5s
pbx ANSWERED back-2 2102
pbx ENDED back-2 ANSWER
wait 11s
as manager missed
  Nobody waits to be called back.
as manager calls
  10:00  Scholengroep Noord  Mark Bakker, 5.0 s  called by us  back-2
  10:00  Scholengroep Noord  hung up before answer  call-1
