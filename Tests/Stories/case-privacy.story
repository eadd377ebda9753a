story Of a case of a client that is none of his an agent is not told that it is there, but where he wants its reference

directory office
at 2026-11-25 10:00

as manager case open oost --ref OOST-1
as jdevries case close OOST-1
  there is no open case OOST-1; see majorctl case list
  exit 1
as jdevries case close NONE-1
  there is no open case NONE-1; see majorctl case list
  exit 1
as jdevries case take '#1'
  there is no open case #1; see majorctl case list
  exit 1
as jdevries case show OOST-1
  there is no case OOST-1; …
  exit 1
as jdevries case open noord --ref OOST-1
  OOST-1 is open as case #1 of another client
  exit 1
pbx ROUTE 0612345678 +31880001234 call-1
pbx ANSWERED call-1 2101
pbx CASE 2101 close OOST-1
  There is no open case OOST-1
  refused

# Those who may see it are told, as a ticket system that manages cases.
as manager case open noord --ref OOST-1
  OOST-1 is open as case #1 of Lyceumgroep Oost
  exit 1
as manager call org.majord.Cases.Open '{"client": "noord", "reference": "OOST-1"}'
  error org.majord.Cases.ReferenceTaken
  case 1
  client_name Lyceumgroep Oost
as sjansen case close OOST-1
  Case #1 (OOST-1) of Lyceumgroep Oost is closed.
as jdevries case close OOST-1
  there is no open case OOST-1; see majorctl case list
  exit 1

# Nor of a call that was missed.
as jdevries missed done 1
  no missed call 1 is open; see majorctl missed
  exit 1
