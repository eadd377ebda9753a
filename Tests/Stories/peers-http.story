story A line of HTTP closes the connection, and nothing behind it is done

directory office
at 2026-11-25 10:00

bytes "POST / HTTP/1.1\r\nHost: x\r\n\r\nAGENT 2101 sick\r\n"
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes "GET / HTTP/1.0\r\n\r\nAGENT 2101 sick\r\n"
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes "Host: x\r\nAGENT 2101 sick\r\n"
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nAGENT 2101 sick\r\n"
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes "PING\r\nPOST / HTTP/1.1\r\nAGENT 2101 sick\r\n"
  PONG
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes "*1\r\n$4\r\nPOST\r\n*3\r\n$5\r\nAGENT\r\n$4\r\n2101\r\n$4\r\nsick\r\n"
  error ERR Protocol error: HTTP is not spoken here
  closed
bytes fastagi "GET /agent?2101 HTTP/1.1\r\nHost: x\r\n\r\n"
  closed
as manager absences
  Nobody is absent or going to be.
