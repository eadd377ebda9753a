story Reports without a call's id are refused over FastAGI and AGI as over RESP

directory office
at 2026-11-25 10:00

pbx RINGING "" 2101
  error ERR a report needs the call's id, as it was asked about
fastagi ringing "" 2101
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
fastagi answered "" 2101
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
fastagi ended "" ANSWER
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
fastagi up ""
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
agi ringing "" 2101
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
agi released "" 2101
  ERROR a report needs the call's id, as it was asked about
  ACCEPTED
busy nobody
records
