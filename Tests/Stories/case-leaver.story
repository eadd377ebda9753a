story An agent who leaves cannot keep his cases: a manager gives all of them to another

directory office
at 2026-11-25 10:00

as manager case open noord --holder sjansen --ref R-1 --kind request
  Case #1 (R-1) of Scholengroep Noord is open; Samira Jansen comes first for their calls.
as manager case open oost --holder sjansen
  Case #2 of Lyceumgroep Oost is open; Samira Jansen comes first for their calls.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2103:20 2101:20 2102:20 2000:0 case

as jdevries case give 1 mbakker
  …
  exit 77
as manager case give --all sjansen jdevries
  Case #1 (R-1) of Scholengroep Noord is Joke de Vries's from now on.
  Case #2 of Lyceumgroep Oost is Joke de Vries's from now on.
as manager case give --all sjansen mbakker
  sjansen holds no case
  exit 1
as manager case give 1 nobody
  …
  exit 1
pbx ROUTE 0535550100 +31880001234 call-2
  dial 2101:20 2103:20 2102:20 2000:0 case
