story Everything about a call is told afterwards, with the directory that decided it

directory office
at 2026-11-25 10:00

as jdevries pause 1h
pbx ROUTE 0612345678 +31880001234 call-1
  dial 2102:20 2000:0 backup
wait 2s
pbx RINGING call-1 2102
wait 5s
pbx ANSWERED call-1 2102
wait 3m
pbx ENDED call-1 ANSWER

# A day later another agent has the post, and the files say so.
at 2026-11-26 10:00
change "primary: jdevries" to "primary: sjansen"
as manager reload
as mbakker call call-1
  Wednesday 25 November 2026 10:00  answered
    from            Scholengroep Noord, Karin Smit (+31612345678)
    decided         dial, because backup (…)
    considered      Joke de Vries (primary): away until …
                    Mark Bakker (backup)
    to dial         2102  Mark Bakker, 20 s
                    2000  overflow
    rang            2102
    answered        2102  Mark Bakker  backup, after 7.0 s
    ended           answered, Wednesday 25 November 2026 10:03
    directory       version 1, in force since Wednesday 25 November 2026 10:00
as sjansen call nothing
  there is no call nothing that you may see
  exit 1
as manager explain 0612345678 --at 25 november 10:00
  …
  … Joke de Vries on 2101 is …
  …
