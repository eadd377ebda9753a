story A caller whom nobody knows is listed, entered by a manager, and known at once and after a restart; the files count

directory office
change "busy: 2060" to "busy: 2060, refused: 2001"
at 2026-11-25 10:00
pbx ROUTE +31505550101 +31880001234 call-1
  overflow 2000:0 unknown-caller
wait 1h
pbx ROUTE 0505550101 +31880001234 call-2
pbx ROUTE +31612399999 +31880001234 call-3
pbx ROUTE +442079460000 +31880001234 call-4
as manager unknown
  +31505550101  2 calls, the last 11:00; near 050 555 01 00 of Scholengroep Noord (noord)
  +31612399999  1 call, the last 11:00
  +442079460000  1 call, the last 11:00
as manager unknown --since "10:30"
  +31505550101  1 call, the last 11:00; near 050 555 01 00 of Scholengroep Noord (noord)
  …
as manager number add 050-5550101 nord
  there is no client nord; did you mean noord?
  exit 1
as manager number add 050-5550101 noord --contact "Piet \"de\" Wit" --function ICT
  +31505550101 is a number of Scholengroep Noord from now on: Piet "de" Wit, ICT calls from there.
pbx ROUTE 0505550101 +31880001234 call-5
  dial 2101:20 2102:20 2000:0 primary
  contact Piet "de" Wit, ICT
as manager number refuse +31612399999
  Calls from +31612399999 go to the overflow from now on.
pbx ROUTE +31612399999 +31880001234 call-6
  overflow 2001:0 refused
as manager explain +31612399999
  …
    refused        +31612399999 was refused by manager on Wednesday 25 November 2026 11:00
    decision       overflow, because refused: 2001 (overflow)
as manager unknown
  +442079460000  1 call, the last 11:00
restart
pbx ROUTE 0505550101 +31880001234 call-7
  dial 2101:20 2102:20 2000:0 primary
  contact Piet "de" Wit, ICT
as manager number add +31612399999 oost
  +31612399999 is a number of Lyceumgroep Oost from now on.
  Until now: refused.
pbx ROUTE +31612399999 +31880001234 call-8
  dial 2103:20 2102:20 2000:0 primary
# Within a block of its client's it names who calls; what the files say of others counts.
as manager number add 0505550250 noord --contact Anna
pbx ROUTE 0505550250 +31880001234 call-9
  contact Anna
as manager number add 0505550250 oost
  +31505550250 is Scholengroep Noord's in the files, which count (/etc/majord/majord.yaml:…); change it there and reload
  exit 1
as manager number refuse 0505550250
  +31505550250 is Scholengroep Noord's in the files, which count (/etc/majord/majord.yaml:…); change it there and reload
  exit 1
as manager number add 0880001234 noord
  0880001234 is an exclusive number of this service: clients call it, and nobody calls from it
  exit 1
as manager number add 0505550199 noord --function ICT
  a contact's name and function are lines of 1 to 200 characters, and a function belongs to a contact
  exit 1
as manager number list
  +31505550101  Scholengroep Noord: Piet "de" Wit, ICT (entered by manager on Wednesday 25 November 2026 11:00)
  +31612399999  Lyceumgroep Oost (entered by manager on Wednesday 25 November 2026 11:00)
  +31505550250  Scholengroep Noord: Anna (entered by manager on Wednesday 25 November 2026 11:00)
as manager number export
  … Scholengroep Noord
  contacts:
    - name: "Piet \"de\" Wit"
      function: "ICT"
      mobile: +31505550101
    - name: "Anna"
      mobile: +31505550250
  … Lyceumgroep Oost
  numbers:
    - +31612399999
# The files get one, and contradict another.
change "[050 555 01 00, 050" to "[050 555 01 00, 06 12399999, 050"
change "mobile: 06-12345678" to "mobile: 0505550101"
as manager check
  …: warning: +31612399999 is client `noord`'s here, which counts; it was entered as client `oost`'s by manager on 2026-11-25, and `majorctl number remove +31612399999` forgets it
  …: warning: +31505550101 stands here by now; it was also entered by manager on 2026-11-25, and `majorctl number remove +31505550101` forgets it
as manager reload
  …
pbx ROUTE +31612399999 +31880001234 call-10
  client noord
as manager number list
  …
    does nothing: the files say otherwise in /etc/majord/majord.yaml:…
  …
as manager number remove 06-12399999
  What was entered of +31612399999 is forgotten.
as manager number remove 06-12399999
  nothing was entered of +31612399999; see majorctl number list
  exit 1
as jdevries number list
  you may not do this: reading and entering numbers needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
journal
  …
  notice +3150555**** is client noord's from now on, entered by manager
  …
  notice +3161239**** is refused from now on, entered by manager
  …
  notice What was entered of +3161239**** was removed by manager
  …
