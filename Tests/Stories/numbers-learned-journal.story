story Warnings of learned numbers have them in the journal as the directory says

directory office
at 2026-11-25 10:00
as manager number add 0612399999 noord
  …
change "numbers: [053 555 01 00]" to "numbers: [053 555 01 00, 06 12399999]"
as manager check
  …+31612399999 is client `oost`'s here, which counts; it was entered as client `noord`'s by manager on 2026-11-25, and `majorctl number remove +31612399999` forgets it
  …
journal
  …
as manager reload
  …
journal
  notice Reloaded: …
  warning …+3161239**** is client `oost`'s here, which counts; it was entered as client `noord`'s by manager on 2026-11-25, and `majorctl check` tells which, `majorctl number remove` forgets it
