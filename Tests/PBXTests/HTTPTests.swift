import Glibc
import Sockets
import Synchronization
import Testing

@testable import PBX

@Suite("HTTP on the PBX socket", .serialized)
struct HTTPTests {
    private static let error = "-ERR Protocol error: HTTP is not spoken here\r\n"
    private static let behind = "Host: x\r\nContent-Length: 17\r\n\r\nAGENT 2101 sick\r\nENDED a 486\r\n"

    @Test(
        "a line of HTTP ends the connection, and nothing behind it is done",
        arguments: [
            "GET / HTTP/1.1", "POST / HTTP/1.1", "PUT /x HTTP/1.0", "get /", "HEAD", "OPTIONS * HTTP/1.1",
            "CONNECT majord:80 HTTP/1.1", "PROPFIND / HTTP/1.1", "AGENT /sick HTTP/1.1", "PRI * HTTP/2.0", "Host: x",
            "host:x", "  User-Agent: y", "X-Note: \"a", "GET /\"x HTTP/1.1", "POST",
        ])
    func line(line: String) throws {
        for end in ["\r\n", "\n"] {
            try check(line + end + Self.behind, Self.error, closes: true)
            try check("PING\r\n" + line + end + Self.behind, "+PONG\r\n" + Self.error, closes: true)
        }
        let ledger = TestLedger(answersAtOnce: true)
        var conversation = try Conversation(ledger)
        conversation.send(("RINGING a 2101\n" + line + "\n" + Self.behind).utf8)
        #expect(conversation.isClosed)
        #expect(ledger.texts == ["a ringing 2101"])
        #expect(conversation.connections.protocolErrors == 1)
    }

    @Test("as commands of a client library, POST and Host: end it as with Redis, and GET is an unknown command")
    func array() throws {
        for name in ["POST", "post", "Host:", "HOST:"] {
            try check(request(name, "/") + request("PING"), Self.error, closes: true)
        }
        try check(request("GET", "/") + request("PING"), "-ERR unknown command 'GET'\r\n+PONG\r\n")
        try check(
            request("ECHO", "POST / HTTP/1.1\r\nHost: x") + request("PING"),
            bulk("POST / HTTP/1.1\r\nHost: x") + "+PONG\r\n")
    }

    @Test("of a peer that has gone nothing behind such a line is passed on either")
    func gone() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        for byte in ("ENDED b 486\nPOST / HTTP/1.1\r\n" + Self.behind).utf8 { conversation.drop([byte], as: .gone) }
        #expect(ledger.texts == ["b ended busy"])
    }

    @Test("what is no HTTP stays", arguments: ["ECHO get", "ECHO /HTTP/1.1", "ECHO Host:", "ECHO POST"])
    func others(line: String) throws {
        try check(line + "\r\nPING\r\n", bulk(String(line.dropFirst(5))) + "+PONG\r\n")
    }

    @Test("it is told once a minute whose it was")
    func told() async throws {
        let reports = Mutex<[Refusals]>([])
        try await withListener(refusals: { refusal in reports.withLock { $0.append(refusal) } }) { listener, path in
            for _ in 0..<3 {
                let peer = try TestPeer(path)
                peer.send("POST / HTTP/1.1\r\n" + Self.behind)
                #expect(peer.receive(Self.error.utf8.count) == Self.error)
                #expect(peer.isClosed())
            }
            #expect(listener.figures.protocolErrors == 3)
        }
        #expect(reports.withLock { $0 } == [Refusals(count: 1, user: getuid(), cause: .http)])
    }
}
