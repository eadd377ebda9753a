import Testing

@testable import PBX

@Suite("A conversation with a PBX")
struct RESPSessionTests {
    static let dialled = [
        "dial", "2101", "jdevries", "primary", "20", "2101:20,2102:20,2000:0", "scholengroep-noord",
        "Stichting Scholengroep Noord", "Karin Smit, ICT-coördinator", "", "primary", "0000000000001", "42",
        "", "Stichting Scholengroep Noord: K. Smit",
        "Stichting Scholengroep Noord: K. Smit|Scholengroep Noord: K. Smit (for Joke)|Stichting Scholengroep Noord: K. Smit",
    ]
    static let overflowed = [
        "overflow", "2000", "", "overflow", "0", "2000:0", "", "", "", "", "unknown-caller", "0000000000001", "42", "",
        "", "",
    ]
    static let passed = [
        "pass", "", "", "", "", "", "", "", "", "", "not-exclusive", "0000000000001", "42", "", "", "",
    ]

    @Test(
        "ROUTE answers every field in its order",
        arguments: [
            ("+31612345678", "+31880001234", dialled), ("+31201234567", "+31880001234", overflowed),
            ("+31612345678", "+31201111111", passed),
        ])
    func routes(caller: String, called: String, values: [String]) throws {
        try check(request("ROUTE", caller, called, "call-1@pbx.example"), route(values))
        try check(request("route", caller, called, "call-1"), route(values))
        try check("RoUtE \(caller) \(called) call-1\r\n", route(values))
    }

    @Test("a caller without a contact leaves the field empty")
    func noContact() throws {
        var values = Self.dialled
        values[8] = ""
        values[14] = "Stichting Scholengroep Noord"
        values[15] =
            "Stichting Scholengroep Noord|Stichting Scholengroep Noord (for Joke)|Stichting Scholengroep Noord"
        try check(request("ROUTE", "+31505551234", "+31880001234", "1"), route(values))
    }

    @Test("EXTENSION answers the first target alone, and null when the call is passed on")
    func extensions() throws {
        try check(request("EXTENSION", "+31612345678", "+31880001234", "1"), bulk("2101"))
        try check(request("EXTENSION", "", "+31880001234", "1"), bulk("2000"))
        try check(request("EXTENSION", "+31612345678", "112", "1"), "$-1\r\n")
    }

    @Test(
        "clients connect as they do to Redis",
        arguments: [
            ("PING", "+PONG\r\n"), ("ping hello", bulk("hello")), ("ECHO 'two words'", bulk("two words")),
            ("ECHO \"\"", bulk("")), ("SELECT 0", "+OK\r\n"), ("SELECT 16", "-ERR DB index is out of range\r\n"),
            ("SELECT x", "-ERR value is not an integer or out of range\r\n"),
            ("CLIENT SETINFO LIB-NAME redis-py", "+OK\r\n"), ("CLIENT SETINFO lib-ver 5.0", "+OK\r\n"),
            ("CLIENT SETINFO colour red", "-ERR Unrecognized option 'colour'\r\n"), ("CLIENT GETNAME", "$-1\r\n"),
            ("CLIENT SETNAME kamailio-1\nCLIENT GETNAME", "+OK\r\n" + bulk("kamailio-1")),
            ("CLIENT SETNAME kamailio\nRESET\nCLIENT GETNAME", "+OK\r\n+RESET\r\n$-1\r\n"),
            (
                "CLIENT SETNAME 'a b'",
                "-ERR Client names cannot contain spaces, newlines or special characters.\r\n"
            ),
            ("CLIENT ID", ":7\r\n"), ("CLIENT NO-EVICT on", "-ERR unknown subcommand 'NO-EVICT'. Try CLIENT HELP.\r\n"),
            ("CLIENT SETNAME", "-ERR wrong number of arguments for 'client|setname'\r\n"), ("COMMAND", "*0\r\n"),
            ("COMMAND DOCS", "*0\r\n"), ("COMMAND COUNT", ":0\r\n"), ("CONFIG GET save", "*0\r\n"),
            ("CONFIG SET save x", "-ERR unknown subcommand 'SET'. Try CONFIG HELP.\r\n"),
            ("HELLO 4", "-NOPROTO unsupported protocol version\r\n"),
            ("HELLO 1", "-NOPROTO unsupported protocol version\r\n"),
            ("HELLO 03", "-ERR Protocol version is not an integer or out of range\r\n"),
            ("HELLO +3", "-ERR Protocol version is not an integer or out of range\r\n"),
            ("HELLO three", "-ERR Protocol version is not an integer or out of range\r\n"),
            ("HELLO 2 AUTH default", "-ERR Syntax error in HELLO option 'AUTH'\r\n"),
            ("HELLO 3 SETNAME", "-ERR Syntax error in HELLO option 'SETNAME'\r\n"),
            ("HELLO 3 SETNAME q FOO", "-ERR Syntax error in HELLO option 'FOO'\r\n"),
            (
                "HELLO 3 AUTH joe x SETNAME me",
                "-WRONGPASS invalid username-password pair or user is disabled.\r\n"
            ),
        ])
    func connects(line: String, reply: String) throws {
        try check(line + "\n", reply)
    }

    private static func server(_ head: String, _ version: Int) -> String {
        head + "\r\n" + bulk("server") + bulk("majord") + bulk("version") + bulk("0.1.0") + bulk("proto")
            + ":\(version)\r\n" + bulk("id") + ":7\r\n" + bulk("mode") + bulk("standalone") + bulk("role")
            + bulk("master") + bulk("modules") + "*0\r\n"
    }

    @Test(
        "HELLO introduces the server",
        arguments: ["HELLO\n", "HELLO 2\n", "HELLO 2 SETNAME me\n", "hello 2 auth default x setname me\n"])
    func hello(line: String) throws {
        try check(line, Self.server("*14", 2))
    }

    @Test("HELLO 3 is answered with a map; null is RESP3's from then on, all other replies stay as they are")
    func helloThree() throws {
        let pass = request("EXTENSION", "", "112", "a")
        let dial = request("EXTENSION", "+31612345678", "+31880001234", "a")
        try check(
            "HELLO 3\n" + pass + dial + "CLIENT GETNAME\n", Self.server("%7", 3) + "_\r\n" + bulk("2101") + "_\r\n")
        try check(
            "HELLO 3 AUTH default '' SETNAME me\nHELLO\nCLIENT GETNAME\n",
            Self.server("%7", 3) + Self.server("%7", 3) + bulk("me"))
        try check("HELLO 3\nHELLO 2\n" + pass, Self.server("%7", 3) + Self.server("*14", 2) + "$-1\r\n")
        try check("HELLO 3\nRESET\n" + pass, Self.server("%7", 3) + "+RESET\r\n$-1\r\n")
        // What is refused changes nothing.
        try check("HELLO 3\nHELLO 4\n" + pass, Self.server("%7", 3) + "-NOPROTO unsupported protocol version\r\n_\r\n")
        try check("HELLO 3 SETNAME me X\nCLIENT GETNAME\n", "-ERR Syntax error in HELLO option 'X'\r\n$-1\r\n")
        let route = request("ROUTE", "+31612345678", "+31880001234", "a")
        var two = try Conversation()
        two.send(route.utf8)
        var three = try Conversation()
        three.send(("HELLO 3\n" + route).utf8)
        #expect(three.text == Self.server("%7", 3) + two.text)
    }

    @Test("QUIT is answered, and what follows is not")
    func quit() throws {
        try check("PING\r\nQUIT\r\nPING\r\n", "+PONG\r\n+OK\r\n", closes: true)
    }

    @Test("INFO shows the counters, all or by section")
    func info() throws {
        let majord = "# Majord\r\nversion:0.1.0\r\nuptime_in_seconds:77\r\ngeneration:42\r\ndegraded:0\r\n"
        try check("INFO majord\n", bulk(majord))
        try check("INFO nothing\n", bulk(""))
        try check(
            "INFO fastagi\n",
            bulk(
                "# FastAGI\r\nfastagi_connected_clients:0\r\nfastagi_total_connections_received:0\r\n"
                    + "fastagi_rejected_connections:0\r\nfastagi_protocol_errors:0\r\n"
                    + "fastagi_timed_out_connections:0\r\nfastagi_late_requests:0\r\nfastagi_gone_requests:0\r\n"))
        try check(
            "INFO ledger\n",
            bulk("# Ledger\r\nledger_available:1\r\nrecords_waiting:0\r\nrecords_dropped:0\r\nledger_lag_ms:0\r\n"))
        var conversation = try Conversation()
        conversation.send("INFO\n".utf8)
        let text = String(decoding: conversation.replies, as: UTF8.self)
        #expect(text.contains(majord + "\r\n# Directory\r\nclients:1\r\nagents:2\r\nagents_absent:0\r\n"))
        #expect(
            text.contains(
                "\r\n# Decisions\r\nprimary:3\r\nbackup:0\r\ndeputy:0\r\ncallback:0\r\ncase:0\r\nnot_exclusive:0\r\n"))
        #expect(text.contains("\r\nconnected_clients:0\r\n"))
    }

    @Test("replies keep the order of the requests")
    func pipelining() throws {
        let requests = (0..<20).map { request("ECHO", "\($0)") }.joined() + "PING\r\n" + request("PING")
        try check(requests, (0..<20).map { bulk("\($0)") }.joined() + "+PONG\r\n+PONG\r\n")
    }

    @Test("requests of nothing are passed over", arguments: ["\r\n", "\n", "  \t \r\n", "*0\r\n", "*-1\r\n"])
    func nothing(request: String) throws {
        try check(request + "PING\r\n", "+PONG\r\n")
    }

    @Test("replies beyond the limit are held until the first have been sent")
    func held() throws {
        var conversation = try Conversation()
        let count = 2_000
        let line = request("ROUTE", "+31612345678", "+31880001234", "x")
        let rounds = conversation.send(String(repeating: line, count: count).utf8)
        #expect(rounds > 5)
        #expect(conversation.replies.count == count * route(Self.dialled).utf8.count)
        #expect(!conversation.isMidway)
        conversation.send("*1\r\n".utf8)
        #expect(conversation.isMidway)
    }
}
