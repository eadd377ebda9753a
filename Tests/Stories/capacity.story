story Whoever has more clients than he can carry is warned of, in both roles

directory office
at 2026-11-25 10:00
as manager check
  No findings.
# A large client weighs a third, a small one a sixth; the backup of both carries them, too.
change "size: small" to "size: large"
change "primary: sjansen" to "primary: jdevries"
change "clients:" to "capacity: {large: 1, small: 6}\nclients:"
as manager check
  …: warning: …jdevries…
  …: warning: …mbakker…
as manager check --strict
  …
  exit 1
as manager reload
  Reloaded as generation 2: …
  …: warning: …jdevries…
  …: warning: …mbakker…
