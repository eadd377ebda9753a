story A client who will have nobody is told of once, also where that came while majord was stopped

directory office
# Of Oost's pair both leave on Thursday 27 May, which is a day further than can be seen.
change "extension: 2103, user: samira}" to "extension: 2103, user: samira, until: 2027-05-27}"
change "extension: 2102, user: mark}" to "extension: 2102, user: mark, until: 2027-05-27}"
at 2026-11-25 10:00
start
as manager events
  Nothing has happened.
stop
at 2026-11-28 10:00
start
as manager events
  1  10:00  client-uncovered: Lyceumgroep Oost has nobody …Friday 28 May 2027…08:00…
journal
  …
  warning Lyceumgroep Oost will have nobody from 2027-05-28T08:00:00+02:00, which is 25 weeks ahead
  …
restart
wait 5m
# It goes on after the weekend, and is told of no more.
at 2026-12-02 10:00
as manager events
  1  Saturday 28 November 10:00  client-uncovered: Lyceumgroep Oost has nobody …
stop
change "samira, until: 2027-05-27}" to "samira, until: 2027-01-29}"
change "mark, until: 2027-05-27}" to "mark, until: 2027-01-29}"
start
restart
wait 5m
as manager events
  1  Saturday 28 November 10:00  client-uncovered: Lyceumgroep Oost has nobody …
  2  10:00  client-uncovered: Lyceumgroep Oost has nobody …Monday 1 February 2027…08:00…
