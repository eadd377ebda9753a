import Foundation
import Testing

extension EndToEnd {
    /// What one peer of the daemon costs another.
    @Suite("Peers beside each other", .serialized)
    struct BesideEachOtherTests {
        @Test("sick and back keep their order, also of a peer that leaves and over two connections")
        func agentOrder() throws {
            let office = try Office()
            try office.open()
            let states = try office.python(
                """
                import socket, sys
                def peer():
                    connection = socket.socket(socket.AF_UNIX)
                    connection.settimeout(20)
                    connection.connect(sys.argv[1])
                    return connection
                def ask(connection, line):
                    connection.sendall(line)
                    reply = b""
                    while reply.count(b"\\r\\n") < 5:
                        reply += connection.recv(1000)
                    return reply.split(b"\\r\\n")[-2].decode()
                for _ in range(60):
                    # A peer that leaves; whoever asks afterwards is behind it.
                    leaving, other = peer(), peer()
                    leaving.sendall(b"AGENT 2101 sick\\nAGENT 2101 back\\n")
                    leaving.close()
                    other.sendall(b"PING\\n")
                    assert other.recv(7) == b"+PONG\\r\\n"
                    print(ask(other, b"AGENT 2101 status\\n"))
                    # Two connections, the second after the loop has dealt with the first one's line.
                    first, second = peer(), peer()
                    first.sendall(b"AGENT 2101 sick\\n")
                    second.sendall(b"PING\\n")
                    second.recv(7)
                    second.sendall(b"AGENT 2101 back\\n")
                    second.recv(1000)
                    first.recv(1000)
                    print(ask(first, b"AGENT 2101 status\\n"))
                """, office.pbxSocket)
            #expect(states.lines == Array(repeating: "available", count: 120), "\(states.errors)")
        }

        @Test("bursts of wishes of peers that leave do not keep a change on the control socket waiting, and are told")
        func agentBurst() throws {
            let office = try Office()
            try office.open()
            let counts = try office.python(
                """
                import socket, sys
                for _ in range(8):
                    connection = socket.socket(socket.AF_UNIX)
                    connection.connect(sys.argv[1])
                    connection.setblocking(False)
                    try:
                        connection.send(b"AGENT 2101 sick\\nAGENT 2101 back\\n" * 3000)
                    except BlockingIOError:
                        pass
                    connection.close()
                print("sent")
                """, office.pbxSocket)
            #expect(counts.lines == ["sent"], "\(counts.errors)")
            #expect(try office.majorctl("pause", "5m", "--agent", "mark").status == 0)
            try eventually("the journal says so") { office.log.contains("too many came at once") }
            // majord has the ledger for itself.
            try office.kill()
            // Each sickness that was entered has a line in the ledger; some twenty thousand were sent.
            let entered = try office.python(
                """
                import sqlite3, sys
                ledger = sqlite3.connect(sys.argv[1])
                print(ledger.execute("SELECT count(*) FROM absence").fetchone()[0])
                """, office.folder.appending(path: "state/ledger.sqlite").path)
            #expect(entered.lines.first.flatMap { Int($0) }.map { (1..<5_000).contains($0) } == true, "\(entered)")
        }

        @Test("a line of HTTP closes the PBX socket, nothing behind it is done, and the journal says whose it was")
        func http() throws {
            let office = try Office()
            try office.open()
            let reply = try office.python(
                """
                import socket, sys
                connection = socket.socket(socket.AF_UNIX)
                connection.settimeout(20)
                connection.connect(sys.argv[1])
                connection.sendall(b"POST / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\nAGENT 2101 sick\\r\\n")
                reply = b""
                while part := connection.recv(1000):
                    reply += part
                print(reply.decode().strip())
                """, office.pbxSocket)
            #expect(reply.lines == ["-ERR Protocol error: HTTP is not spoken here"], "\(reply.errors)")
            #expect(try !office.majorctl("absences").output.contains("sick"))
            try eventually("the journal says so") { office.log.contains("closed at a line of HTTP") }
        }
    }
}
