story Leave that is given to a new id passes the guard, and that it was nobody's is an event

directory office
at 2026-11-25 10:00
as jdevries leave 1-12 3-12
  …
change "jdevries" to "jvries"
as manager reload
  …
wait 1m
as manager events --kind absence-orphaned
  1  10:00  absence-orphaned: Absence 1 of jdevries from Tuesday 1 December 2026 until the end of Thursday 3 December 2026 is not in force: nobody in the directory has that id; give it to the new one, or cancel it
# While it was nobody's, somebody else was granted one of its days.
as mbakker leave 2-12
  …
as manager give 1 jvries
  it would leave clients without anybody:
  …
  To do it all the same: --override REASON.
  exit 1
as manager give 1 jvries --override training
  Joke de Vries is on leave …
  …
as manager history --absence 1
  …
  …(training)
