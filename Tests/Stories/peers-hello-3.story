story Clients that begin with HELLO 3 get the map that they want, and RESP2 behind it but for null

directory office
at 2026-11-25 10:00

pbx HELLO 3
  proto
  3
  server
  …
bytes "HELLO 3\r\n" "EXTENSION 0505550100 +31201234567 call-1\r\n" "PING\r\n"
  …
  null
  PONG
bytes "HELLO\r\nEXTENSION 0505550100 +31201234567 call-1\r\nEXTENSION 0505550100 +31880001234 call-2\r\n"
  …
  null
  2101
bytes "HELLO 4\r\n"
  error NOPROTO …
bytes "HELLO 3 AUTH default x SETNAME pbx\r\n"
  …
