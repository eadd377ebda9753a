story What agents carry, now and after a handover, and who has room

directory office
at 2026-11-25 10:00
as sjansen capacity
  3 large or 6 small clients are 100 %; looked ahead until Wednesday 1 December 2027
  …
  Joke de Vries   17 %  ██········  room for 2 large or 5 small
                 primary 1 small
  Mark Bakker     33 %  ███·······  room for 2 large or 4 small
                 backup 2 small
  Samira Jansen   17 %  ██········  room for 2 large or 5 small
                 primary 1 small
change "primary: sjansen" to "handover: {from: 2027-02-01, primary: jdevries, backup: sjansen, introduced: 2027-01-20}\n    primary: sjansen"
change "clients:" to "capacity: {large: 1, small: 1}\nclients:"
as manager reload
  …
as manager capacity
  1 large or 1 small clients are 100 %; looked ahead until Wednesday 1 December 2027
  …
  Joke de Vries  100 %  ██████████  too much from Monday 1 February 2027
                 primary 1 small
                 200 % from Monday 1 February 2027: primary 2 small
  Mark Bakker    200 %  ██████████  too much
                 backup 2 small
                 100 % from Monday 1 February 2027: backup 1 small
  Samira Jansen  100 %  ██████████  full
                 primary 1 small
                 100 % from Monday 1 February 2027: backup 1 small
  exit 1
