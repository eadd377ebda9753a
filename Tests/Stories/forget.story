story A number that is forgotten while its call, a call back and a missed call go on is forgotten, and they go on

directory office
change "busy: 2060" to "busy: 2060, refused: 2001"
at 2026-11-25 10:00
as manager number add 0688887777 noord --contact "Piet X"

# The same question again has the same decision, and makes no other record.
pbx ROUTE 0688887777 +31880001234 w-1
  dial 2101:20 2102:20 2000:0 primary
  contact Piet X
pbx RINGING w-1 2101
as manager forget 0688887777 --yes
  Forgotten in: calls 1, learned numbers 1, lines of the history 1.
  Where it was stands forgotten-….
  Nightly backups …
  What the journal has …
pbx ROUTE 0688887777 +31880001234 w-1
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE +31688887777 +31880001234 w-1
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE 0688887778 +31880001234 w-1
  overflow 2000:0 unknown-caller
pbx ENDED w-1 ANSWER
as manager forget 0688887777 --yes
  It is nowhere.
as manager calls
  10:00  +31688887778  not for the pair: unknown-caller
  10:00  Scholengroep Noord, Piet X  nobody answered  w-1

# Who is missed, and dialled while he is forgotten, is called back; who waits for a call back that cannot come is told.
pbx ROUTE 0505550201 +31880001234 m-1
pbx ENDED m-1 CANCEL
wait 1s
pbx ROUTE 0505550202 +31880001234 m-2
pbx ENDED m-2 CANCEL
wait 12s
pbx CALLED q-1 2102 0505550201
  OK
as manager forget 0505550201 --dry-run
  It is in: calls 2, missed calls 1.
  Missed calls that wait, with no number to call back: 2. Say when one is done: majorctl missed done N.
as manager forget 0505550201 --yes
  Forgotten in: calls 2, missed calls 1.
  Missed calls that wait, with no number to call back: 2. Say when one is done: majorctl missed done N.
  Where it was stands forgotten-… or the client's block.
  Nightly backups …
  What the journal has …
pbx ANSWERED q-1 2102
pbx ENDED q-1 ANSWER
wait 12s
as manager missed --closed
  3  …
  2  10:00  Scholengroep Noord (number forgotten, forgotten-…): hung up before answer; called back by …
  1  …
as manager forget 0505550202 --yes
  Forgotten in: calls 1, missed calls 1.
  Missed calls that wait, with no number to call back: 3. Say when one is done: majorctl missed done N.
  Where it was stands forgotten-… or the client's block.
  Nightly backups …
  What the journal has …
as manager missed
  …
  3  10:00  Scholengroep Noord (number forgotten, forgotten-…): hung up before answer; call back before …

# Who was nobody's did not hide his number.
pbx ROUTE 0677665544 +31880001234 u-1
pbx ENDED u-1 CANCEL
as manager forget 0677665544 --yes
  …
as manager calls --limit 1
  10:00  number forgotten, forgotten-…  not for the pair: …  u-1
  …
as manager in nl calls --limit 1
  …

# What people wrote of another number, and a contact.
as manager number add 0611000011 noord --contact "0677665544 Henk" --function "of 06-77665544"
as manager number refuse 0611000022
as manager number remove 0611000022
as manager forget 0677665544 --yes
  …
as manager number list
  +31611000011  Scholengroep Noord: forgotten-… Henk, of forgotten-… (entered by manager on …
as manager forget noord --contact "0677665544 henk" --yes
  …
as manager forget noord --contact henk --yes
  It is nowhere.

# A client who is none.
as manager forget noor --contact henk --yes
  there is no client noor; did you mean noord?
  exit 1
as manager history
  …
  … number +31611000022 removed; before: refused
  … number forgotten-… forgotten
  … contact forgotten-… of Scholengroep Noord forgotten
  … number forgotten-… forgotten
