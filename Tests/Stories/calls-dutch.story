story What callers got is told in Dutch to whoever reads Dutch

directory office
at 2026-11-25 10:00
pbx ROUTE anonymous +31880001234 call-1
pbx ENDED call-1 ANSWER
pbx ROUTE 0612345678 +31880001234 call-2
pbx RINGING call-2 2101
pbx ENDED call-2 CANCEL
wait 1m
pbx ROUTE 0201234567 +31880001234 call-3
as manager in nl call call-3
  woensdag 25 november 2026 10:01  niet voor het paar
    van             +31201234567
    besluit         doorgeschakeld, want: onbekende beller (…)
    te bellen       2000  doorschakeling
    gegevens        versie 1, geldig sinds woensdag 25 november 2026 10:00
as manager in nl calls
  10:01  +31201234567  niet voor het paar: onbekende beller  call-3
  10:00  Scholengroep Noord, Karin Smit  opgehangen voor het opnemen  call-2
  10:00  een verborgen nummer  niet voor het paar: nummer verborgen  call-1
as manager in nl call call-2
  woensdag 25 november 2026 10:00  opgehangen voor het opnemen
    van             Scholengroep Noord, Karin Smit (+31612345678)
    besluit         bellen, want: eerste contactpersoon (…)
    bekeken         Joke de Vries (eerste contactpersoon)
                    Mark Bakker (tweede contactpersoon)
    te bellen       2101  Joke de Vries, 20 s
                    2102  Mark Bakker, 20 s
                    2000  doorschakeling
    ging over       2101
    einde           opgehangen voor het opnemen, woensdag 25 november 2026 10:00
    gemist gesprek  1
    gegevens        versie 1, geldig sinds woensdag 25 november 2026 10:00
as manager in nl events
  1  10:00  call-missed: Een gesprek van Scholengroep Noord (Karin Smit) is gemist, woensdag 25 november 2026 10:00: opgehangen voor het opnemen; bel terug vóór woensdag 25 november 2026 11:00 (gemist gesprek 1)
as manager calls --client noord
  10:00  Scholengroep Noord, Karin Smit  hung up before answer  call-2
