story What is wrong with a report is said in the same words over every way

directory office
at 2026-11-25 10:00
pbx RINGING call-1
  error ERR wrong number of arguments for 'ringing'
agi ringing call-1
  ERROR wrong number of arguments for 'ringing'
pbx ANSWERED call-1 mark
  error ERR extension 'mark' is not 1 to 15 digits
fastagi answered call-1 mark
  ERROR extension 'mark' is not 1 to 15 digits
agi answered call-1 mark
  ERROR extension 'mark' is not 1 to 15 digits
pbx ENDED call-1 WHATEVER
  error ERR unknown status 'WHATEVER': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant
fastagi ended call-1 WHATEVER
  ERROR unknown status 'WHATEVER': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant
agi ringing call-1 2101 2102 7
  ERROR wrong number of arguments for 'ringing': is there a comma in one of them?
pbx NONSENSE
  error ERR unknown command 'NONSENSE'…
records
busy nobody
