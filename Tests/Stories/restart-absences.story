story Absences stand over a restart, and end by the clock while majord does not run

directory office
at 2026-11-25 10:00
as jdevries pause 45m
as sjansen sick --note griep
as mbakker leave 5-12 09:00 12:00 --note tandarts
restart
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2102:20 2000:0 backup
as manager absences
  1  Joke de Vries: pause today, 10:00 to 10:45
  2  Samira Jansen: sickness from 10:00 until further notice (griep)
  3  Mark Bakker: leave on Saturday 5 December, 09:00 to 12:00 (tandarts)
stop
at 10:45
start
pbx ROUTE 0505550100 +31880001234 call-2
  dial 2101:20 2102:20 2000:0 primary
pbx ROUTE 0535550100 +31880001234 call-3
  dial 2102:20 2000:0 backup
