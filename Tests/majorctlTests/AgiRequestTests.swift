import PBXProtocol
import Testing

@testable import majorctl

/// The program's arguments, and what goes to majord's socket and comes from it.
@Suite("AGI request and reply")
struct AgiRequestTests {
    @Test("the words become a request of the Redis protocol")
    func request() throws {
        let request = try #require(AgiRequest(["route", "", "+31880001234", "ü-1"]))
        #expect(
            String(decoding: request.bytes, as: UTF8.self)
                == "*4\r\n$5\r\nROUTE\r\n$0\r\n\r\n$12\r\n+31880001234\r\n$4\r\nü-1\r\n")
        #expect(request.socket == nil)
        let agent = try #require(AgiRequest(["--socket", "/tmp/s", "agent", "2101", "pause", "45m"]))
        #expect(agent.socket == "/tmp/s")
        #expect(agent.command == .agent)
        #expect(agent.words == ["2101", "pause", "45m"])
    }

    @Test(
        "what is no request is refused",
        arguments: [
            [], ["route"], ["route", "1", "2"], ["route", "1", "2", "3", "4", "5"], ["ROUTE", "1", "2", "3"],
            ["next", "1"],
            ["next", "1", "BUSY", "2101", "2"], ["up"], ["up", "1", "2", "3"],
            ["released", "1"], ["ended"], ["agent", "2101"], ["info"], ["--socket"], ["--socket", "/tmp/s"],
        ])
    func refused(arguments: [String]) {
        #expect(AgiRequest(arguments) == nil)
    }

    @Test(
        "a reply is read once it is whole, wherever it is cut",
        arguments: [
            ("+OK\r\n", AgiReply.status("OK")), ("-ERR no\r\n", .error("no")), ("-NOPROTO x\r\n", .error("NOPROTO x")),
            (":7\r\n", .text("7")),
            ("$-1\r\n", .null), ("*-1\r\n", .null), ("$0\r\n\r\n", .text("")), ("$4\r\na\r\nb\r\n", .text("a\r\nb")),
            ("*0\r\n", .texts([])), ("*2\r\n$6\r\naction\r\n$5\r\ndi\u{fc}l\r\n", .texts(["action", "di\u{fc}l"])),
        ])
    func replies(text: String, reply: AgiReply) throws {
        let bytes = Array(text.utf8)
        for cut in 0..<bytes.count { #expect(try AgiReply.read(Array(bytes[..<cut])) == nil, "cut at \(cut)") }
        #expect(try AgiReply.read(bytes) == reply)
    }

    @Test(
        "what is no reply is refused",
        arguments: [
            "HTTP/1.1 400\r\n", "\r\n", "$x\r\n", "$\r\n", "$99999999999999999999\r\n", "$-2\r\n", "*99999\r\n",
            "*1\r\n:1\r\n",
            "$1\r\nab\r\n", "+OK\rx", "*1\r\n*1\r\n", String(repeating: "+", count: AgiReply.limit + 1),
        ])
    func malformed(text: String) {
        #expect(throws: AgiReply.Malformed.malformed) { try AgiReply.read(Array(text.utf8)) }
    }
}
