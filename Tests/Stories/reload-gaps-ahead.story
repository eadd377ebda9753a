story A directory that leaves a client without anybody weeks ahead is warned of; a strict reload refuses it

directory office
at 2026-11-25 10:00
as jdevries leave 2026-12-14 2026-12-18
  …
as sjansen leave 2026-12-17 2026-12-17
  …
change "backup: mbakker\n    introduced: 2026-01-12\n    agreement: {title: Afspraken Noord" to "backup: sjansen\n    introduced: 2026-01-12\n    agreement: {title: Afspraken Noord"
as manager check
  /etc/majord/majord.yaml: warning: nobody is there for `noord`: Thursday 17 December 2026, the whole day; `majorctl coverage --client noord` shows when, `majorctl deputy add` names somebody who stands in
as manager call org.majord.Directory.Reload '{"strict": true}'
  error org.majord.Directory.Refused
journal
  …
  error Reload refused, 1 warning and --strict; generation 3 stays in force
  …
as manager reload
  Reloaded as generation 4: …
  …
  /etc/majord/majord.yaml: warning: nobody is there for `noord`: …
# What is known is not told again.
as manager reload
  Reloaded as generation 5: nothing changed.
