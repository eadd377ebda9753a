import Foundation
import Testing

extension EndToEnd {
    /// What peers do wrong, and that nobody else notices.
    @Suite("Bad input", .serialized)
    struct BadInputTests {
        @Test("a malformed frame, a flood and half a message harm nobody else")
        func badPeers() throws {
            let office = try Office()
            try office.open()
            let ended = try office.python(
                """
                import socket, sys
                def connect():
                    s = socket.socket(socket.AF_UNIX)
                    s.settimeout(10)
                    s.connect(sys.argv[1])
                    return s
                def closed(s):
                    answer = b""
                    try:
                        while True:
                            part = s.recv(65536)
                            if not part: return answer
                            answer += part
                    except ConnectionResetError:
                        return answer
                half = connect()
                half.sendall(b"*4\\r\\n$5\\r\\nROUTE\\r\\n$12\\r\\n+3150")
                for frame in [b"*1\\r\\n$x\\r\\n", b"*99999999999999999999\\r\\n", b"*1\\r\\n$-5\\r\\n", b"*1\\r\\n:1\\r\\n"]:
                    s = connect()
                    s.sendall(frame)
                    assert closed(s).startswith(b"-ERR Protocol error"), frame
                s = connect()
                try:
                    s.sendall(b"x" * 1000000)
                except (BrokenPipeError, ConnectionResetError):
                    pass
                assert b"Protocol error" in closed(s)
                s = connect()
                s.sendall(b"ROUTE a b " + b"c" * 200 + b"\\r\\nPING\\r\\n")
                answer = s.recv(4096)
                while b"PONG" not in answer: answer += s.recv(4096)
                assert answer.startswith(b"-ERR"), answer
                half.sendall(b"5550100\\r\\n$12\\r\\n+31880001234\\r\\n$1\\r\\nz\\r\\n")
                assert b"2101" in half.recv(4096)
                print("ok")
                """, office.pbxSocket)
            #expect(ended.output == "ok\n", "\(ended.errors)")
            #expect(try office.route("+31505550100")["extension"] == "2101")
        }

        @Test("garbage on the control socket closes that connection only")
        func badControl() throws {
            let office = try Office()
            try office.open()
            let ended = try office.python(
                """
                import socket, sys
                for message in [b"garbage\\0", b"[" * 40 + b"\\0", b'{"method":1}\\0', b"x" * 200000]:
                    s = socket.socket(socket.AF_UNIX)
                    s.settimeout(10)
                    s.connect(sys.argv[1])
                    try:
                        s.sendall(message)
                        while s.recv(4096): pass
                    except (BrokenPipeError, ConnectionResetError):
                        pass
                print("ok")
                """, office.controlSocket)
            #expect(ended.output == "ok\n", "\(ended.errors)")
            #expect(try office.majorctl("status").status == 0)
        }

        @Test("numbers in no known form are answered, not failed")
        func oddCallers() throws {
            let office = try Office()
            try office.open()
            for (caller, reason) in [
                ("", "anonymous"), ("Anonymous", "anonymous"), ("unknown", "anonymous"), ("2101", "internal"),
                ("%22…;x", "unknown-caller"), ("+999", "unknown-caller"), ("sip:@", "anonymous"),
                ("\u{0}\u{1}", "unknown-caller"), ("(050) 555 01 00", "primary"),
                ("\"Noord\" <sip:+31505550100@trunk.example;user=phone>", "primary"),
            ] {
                // redis-cli cannot send a NUL, so that one is cut short.
                guard !caller.contains("\u{0}") else { continue }
                #expect(try office.route(caller)["reason"] == reason, "\(caller)")
            }
        }

        @Test("a ledger that is full refuses changes with the cause; calls go on, and changes work again afterwards")
        func fullLedger() throws {
            let office = try Office()
            let state = office.folder.appending(path: "state").path
            let mount = try Running(
                "mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", state], folder: office.folder
            ).ended()
            try #require(mount.status == 0, "a small file system is needed: \(mount.errors)")
            defer { _ = try? Running("umount", ["-l", state], folder: office.folder).ended() }
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "anna").status == 0)
            // Fills the file system to the last byte.
            let filler = URL(filePath: state).appending(path: "filler").path
            _ = try Running("dd", ["if=/dev/zero", "of=\(filler)", "bs=4k"], folder: office.folder).ended()
            var refused: Ended?
            for _ in 0..<200 where refused == nil {
                let ended = try office.majorctl(
                    "pause", "30m", "--agent", "joke", "--note", String(repeating: "x", count: 400))
                if ended.status != 0 { refused = ended }
            }
            let refusal = try #require(refused)
            #expect(refusal.status == 1)
            #expect(refusal.errors.contains("nothing was changed"), "\(refusal.errors)")
            #expect(
                try office.route("0705550100")["reason"] == "backup"
                    || office.route("0705550100")["reason"] == "uncovered")
            // Calls are decided and reported all the same; their records wait.
            #expect(try office.route("0705550100", callID: "while-full")["client"] == "west")
            #expect(try office.redisCLI("ANSWERED", "while-full", "2103").lines == ["OK"])
            try eventually("the trouble is in the log") { office.log.contains("Calls go on, but their records wait") }
            try FileManager.default.removeItem(atPath: filler)
            try eventually("the records are written") { office.log.contains("The ledger is available again") }
            #expect(try office.majorctl("back", "--agent", "anna").status == 0)
            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended(within: .seconds(10))
            let records = try office.python(
                """
                import sqlite3, sys
                for row in sqlite3.connect(sys.argv[1]).execute(
                        "select reason is not null, answered_by from call where call_id = 'while-full'"):
                    print(row)
                """, state + "/ledger.sqlite")
            #expect(records.output == "(1, '2103')\n", "\(records.errors)")
        }
    }
}
