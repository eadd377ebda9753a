import Sockets
import Testing

@testable import PBX

@Suite("Requests that are refused")
struct RESPRefusalTests {
    @Test(
        "a bad request is told why, and the connection stays",
        arguments: [
            (["ROUTE", "1", "2"], "ERR wrong number of arguments for 'route'"),
            (["ROUTE", "1", "2", "3", "4", "5"], "ERR wrong number of arguments for 'route'"),
            (["extension"], "ERR wrong number of arguments for 'extension'"),
            (["PING", "a", "b"], "ERR wrong number of arguments for 'ping'"),
            (["GET", "x"], "ERR unknown command 'GET'"),
            ([""], "ERR unknown command ''"),
            (["EVIL\r\n+OK"], "ERR unknown command 'EVIL  +OK'"),
            (["a\u{202E}b\u{9B}2J\u{61C}é"], "ERR unknown command 'a b 2J é'"),
            (["AReallyLongCommandName"], "ERR unknown command 'AReallyLongCommandName'"),
            ([String(repeating: "x", count: 129)], "ERR command is too long (128 bytes at most)"),
            (["ECHO", String(repeating: "x", count: 129)], "ERR argument is too long (128 bytes at most)"),
            (["ROUTE", "1", "2", String(repeating: "x", count: 129)], "ERR call id is too long (128 bytes at most)"),
            (["ROUTE", String(repeating: "1", count: 257), "2", "3"], "ERR caller is too long (256 bytes at most)"),
            (["ROUTE", "1", String(repeating: "1", count: 257), "3"], "ERR called is too long (256 bytes at most)"),
            (
                ["ROUTE", String(repeating: "1", count: 33), "2", "3"],
                "ERR caller number is too long (32 bytes at most)"
            ),
            (
                ["EXTENSION", "1", String(repeating: "1", count: 33), "3"],
                "ERR called number is too long (32 bytes at most)"
            ),
            (["ECHO"] + Array(repeating: "x", count: 16), "ERR too many arguments (16 at most)"),
        ])
    func refused(arguments: [String], error: String) throws {
        try check(request(arguments) + request("PING"), "-\(error)\r\n+PONG\r\n")
    }

    @Test(
        "what cannot be understood ends the connection, as with Redis",
        arguments: [
            ("*x\r\n", "invalid multibulk length"), ("*\r\n", "invalid multibulk length"),
            ("*1\n$4\r\nPING\r\n", "invalid multibulk length"), ("*01\r\n", "invalid multibulk length"),
            ("*1048577\r\n", "invalid multibulk length"), ("*99999999999999999999\r\n", "invalid multibulk length"),
            ("*9223372036854775808\r\n", "invalid multibulk length"), ("*1\rx", "invalid multibulk length"),
            ("*1\r\nPING\r\n", "expected '$', got 'P'"), ("*1\r\n\u{1}", "expected '$', got ' '"),
            ("*1\r\n$-1\r\n", "invalid bulk length"), ("*1\r\n$+4\r\n", "invalid bulk length"),
            ("*1\r\n$4 \r\n", "invalid bulk length"), ("*1\r\n$18446744073709551616\r\n", "invalid bulk length"),
            ("*1\r\n$4\r\nPINGxx", "expected a line end after the argument"),
            ("*1\r\n$65537\r\n", "request is too long (64 KiB at most)"),
            ("*1\r\n$9999999999\r\n", "request is too long (64 KiB at most)"),
            ("*2\r\n$4\r\nECHO\r\n$65536\r\n", "request is too long (64 KiB at most)"),
            ("ECHO \"x\r\n", "unbalanced quotes in request"), ("ECHO 'x'y\r\n", "unbalanced quotes in request"),
        ])
    func malformed(input: String, error: String) throws {
        try check(input, "-ERR Protocol error: \(error)\r\n", closes: true)
    }

    @Test("requests before the malformed one are answered, those after it are not")
    func malformedInTheMiddle() throws {
        var conversation = try Conversation()
        conversation.send("PING\r\n*1\r\n!\r\nPING\r\n".utf8)
        let replies = String(decoding: conversation.replies, as: UTF8.self)
        #expect(replies == "+PONG\r\n-ERR Protocol error: expected '$', got '!'\r\n")
        #expect(conversation.isClosed)
        #expect(conversation.connections.protocolErrors == 1)
    }

    @Test("an endless inline command ends the connection at 64 KiB")
    func endlessLine() throws {
        var conversation = try Conversation()
        let piece = Array(repeating: UInt8(ascii: "x"), count: 4_096)
        for _ in 0..<15 { conversation.send(piece) }
        #expect(!conversation.isClosed)
        conversation.send(piece)
        #expect(conversation.isClosed)
        #expect(
            String(decoding: conversation.replies, as: UTF8.self)
                == "-ERR Protocol error: too big inline request\r\n")
    }

    @Test("an array of endless arguments ends the connection at 64 KiB")
    func endlessArray() throws {
        var conversation = try Conversation()
        conversation.send("*1048576\r\n".utf8)
        let piece = Array(String(repeating: "$0\r\n\r\n", count: 100).utf8)
        var sent = 0
        while !conversation.isClosed, sent < 200_000 {
            conversation.send(piece)
            sent += piece.count
        }
        #expect(conversation.isClosed)
        #expect(sent < 67_000)
    }
}
