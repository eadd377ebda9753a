story A day or a time that is empty or missing is refused, and is not taken for anything else

directory office
at 2026-11-25 20:00

as jdevries sick --until ""
  a day or a time is missing
  exit 64
as jdevries sick --until "  "
  a day or a time is missing
  exit 64
as jdevries leave ""
  a day or a time is missing
  exit 64
as jdevries leave tomorrow ""
  a day or a time is missing
  exit 64
as jdevries leave monday 09:00
  until when? …
  exit 64
as manager absences
  Nobody is absent or going to be.
pbx ROUTE 0505550100 +31880001234 call-1
  dial 2101:20 2102:20 2000:0 primary
