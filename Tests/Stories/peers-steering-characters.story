story What steers a terminal is refused in notes, and escaped where majorctl prints what others wrote

directory office
at 2026-11-25 10:00

as jdevries sick --note "\e[31mred"
  the note has line ends or control characters; write it on one line, as plain text
  exit 1
as jdevries sick --note "one\ntwo"
  the note has line ends or control characters; write it on one line, as plain text
  exit 1
as jdevries sick --note "\u{202E}sdrawkcab"
  the note has line ends or control characters; write it on one line, as plain text
  exit 1
as jdevries pause 45m --note "tandarts, tot zó"
  …
as manager absences
  1  Joke de Vries: pause today, 10:00 to 10:45 (tandarts, tot zó)

# A call's id is the PBX's, and may be anything.
pbx ROUTE 0535550100 +31880001234 "a\e[31m\nb"
  dial 2103:20 2102:20 2000:0 primary
pbx ANSWERED "a\e[31m\nb" 2103
as manager status
  …
  …Samira Jansen…on the phone since 10:00, call a\e[31m\nb
  …
pbx AGENT 2103 status
  Samira Jansen is on the phone since 10:00 (call a\e[31m\nb)
