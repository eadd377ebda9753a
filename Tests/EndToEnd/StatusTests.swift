import Foundation
import Testing

extension EndToEnd {
    /// What people read, in which zone, and what they are asked back.
    @Suite("What majorctl tells", .serialized)
    struct StatusTests {
        @Test("status says since when an agent is on the phone and with which call; others do not learn the call")
        func onThePhone() throws {
            let office = try Office()
            try office.open()
            _ = try office.route("+31505550100", callID: "call-7")
            _ = try office.redisCLI("ANSWERED", "call-7", "2101")
            let status = try office.majorctl("status", "--json")
            let object = try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any]
            let agents = try #require(object?["agents"] as? [[String: Any]])
            let calls = try #require(agents.first?["calls"] as? [[String: Any]])
            #expect(calls.first?["call"] as? String == "call-7")
            #expect(calls.first?["answered"] as? Bool == true)
            let own = try office.majorctl("status", user: "nobody").output
            #expect(own.contains("on the phone since"), "\(own)")
            #expect(own.contains(", call call-7"), "\(own)")
            for user in ["games", "daemon"] {
                let shown = try office.majorctl("status", user: user).output
                #expect(shown.contains("on the phone since"), "\(shown)")
                #expect(!shown.contains("call-7"), "\(shown)")
            }
            _ = try office.redisCLI("ENDED", "call-7", "ANSWER")
            #expect(try !office.majorctl("status").output.contains("on the phone"))
        }

        @Test(
            "whoever follows is told that majord has ended, with the exit status of a majord that does not answer",
            arguments: [["status", "--watch"], ["status", "--watch", "--json"], ["watch", "--agent", "joke"]],
            [SIGTERM, SIGKILL])
        func followedToTheEnd(words: [String], signal: Int32) throws {
            let office = try Office()
            try office.open()
            let following = try Running(
                Programs.majorctl, words, environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder)
            if words[0] == "status" { try eventually("it follows") { !following.outputText.isEmpty } }
            try eventually("calls are followed") {
                _ = try? office.route("+31505550100", callID: "call-\(UUID())")
                return !following.outputText.isEmpty
            }
            office.majord?.signal(signal)
            let ended = try following.ended()
            #expect(ended.status == 69)
            #expect(ended.errors == "majord has ended, so that there is nothing to follow any more\n")
        }

        @Test("status fails while a client has nobody")
        func uncovered() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            #expect(try office.majorctl("status").status == 0)
            #expect(try office.majorctl("sick", "--agent", "mark").status == 0)
            let status = try office.majorctl("status")
            #expect(status.status == 1)
            #expect(status.output.contains("1 of 3 clients covered"), "\(status.output)")
            #expect(status.output.contains("nobody for Scholengroep Noord"))
        }

        @Test("cancelled twice: when it was, and by whom; nobody else learns it")
        func cancelledTwice() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-01", "2027-03-05", "--agent", "joke").status == 0)
            #expect(try office.majorctl("cancel", "1", user: "nobody").status == 0)
            let again = try office.majorctl("cancel", "1")
            #expect(again.status == 1)
            #expect(again.errors.hasPrefix("absence 1 of Joke de Vries was cancelled on "), "\(again.errors)")
            #expect(again.errors.hasSuffix(" by nobody\n"), "\(again.errors)")
            #expect(try office.majorctl("cancel", "1", user: "games").errors.contains("there is no absence 1"))
        }

        @Test("a shorter leave over a longer one is no end of it: the longer one is named, and how to change it")
        func shorterLeave() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-01", "2027-03-12", "--agent", "joke").status == 0)
            let short = try office.majorctl("leave", "2027-03-01", "2027-03-05", "--agent", "joke")
            #expect(short.status == 1)
            #expect(short.errors.contains("until the end of Friday 12 March 2027 (absence 1)"), "\(short.errors)")
            #expect(short.errors.contains("to change that: majorctl change 1 FROM UNTIL"), "\(short.errors)")
        }

        @Test("what else keeps somebody away is told, before and after it is cancelled")
        func longerLeave() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-03", "2027-03-12", "--agent", "joke").status == 0)
            let first = try office.majorctl("leave", "2027-03-01", "2027-03-05", "--agent", "joke")
            #expect(first.output.contains("is away until the end of Friday 12 March 2027"), "\(first.output)")
            #expect(first.output.contains("majorctl change or cancel shortens it (1)."), "\(first.output)")
            let cancelled = try office.majorctl("cancel", "1")
            #expect(
                cancelled.output.contains("until the end of Friday 5 March 2027 all the same: leave 2 is still there"),
                "\(cancelled.output)")
        }

        @Test(
            "times name their zone where the reader's clock shows others",
            arguments: [("UTC", true), ("Europe/Amsterdam", false), ("Europe/Berlin", false)])
        func zones(zone: String, isNamed: Bool) throws {
            let office = try Office()
            try office.open()
            let ended = try Running(
                Programs.majorctl, ["leave", "2027-03-01 09:00", "2027-03-01 12:00", "--agent", "joke"],
                environment: ["MAJORD_SOCKET": office.controlSocket, "TZ": zone], folder: office.folder
            ).ended()
            let words = "on Monday 1 March 2027, 09:00 to 12:00\(isNamed ? " Europe/Amsterdam" : "") (absence"
            #expect(ended.output.contains(words), "\(ended.output)")
        }

        @Test("check of a path with --json is JSON, errors included")
        func checkedPath() throws {
            let office = try Office()
            try office.write(Office.directory.replacing("primary: mark", with: "primay: mark"))
            let ended = try office.majorctl("check", office.configuration.path, "--json")
            #expect(ended.status == 2)
            let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
            #expect((object?["findings"] as? [Any])?.isEmpty == false, "\(ended.output)")
        }

        @Test("check shows the first errors, and behind them how many more there are")
        func manyErrors() throws {
            let office = try Office()
            try office.open()
            let numbers = "- +31 50 555 01 00" + String(repeating: ", x", count: 300)
            try office.write(Office.directory.replacing("[+31 50 555 01 00", with: "[" + numbers.dropFirst(2)))
            let check = try office.majorctl("check")
            #expect(check.status == 2)
            #expect(check.lines.count == 201, "\(check.output.prefix(500))")
            #expect(check.lines.last == "\(office.configuration.path): error: and 100 more errors")
        }

        /// Types an answer on a terminal of its own.
        private static let terminal = """
            import os, pty, sys
            answer, words = sys.argv[1], sys.argv[2:]
            child, terminal = pty.fork()
            if child == 0:
                os.execv(words[0], words)
            shown = b""
            typed = False
            while True:
                try:
                    part = os.read(terminal, 4096)
                except OSError:
                    break
                if not part:
                    break
                shown += part
                if not typed and b"[y/N]" in shown:
                    os.write(terminal, answer.encode() + b"\\n")
                    typed = True
            print(shown.decode(), "status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """

        @Test(
            "what rolls over into another year is asked back on a terminal",
            arguments: [
                ("y", 0, "is on leave from"), ("n", 1, "Nothing was entered."), ("", 1, "Nothing was entered."),
            ])
        func askedBack(answer: String, status: Int, text: String) throws {
            let office = try Office()
            try office.open()
            let ended = try Running(
                "python3",
                [
                    "-c", Self.terminal, answer, Programs.majorctl, "leave", "24-12", "23-12", "--agent", "joke",
                    "--socket", office.controlSocket,
                ], folder: office.folder
            ).ended()
            #expect(ended.output.contains("that lasts nearly a year. Is that meant? [y/N]"), "\(ended.output)")
            #expect(ended.output.contains(text), "\(ended.output)")
            #expect(ended.output.contains("status \(status)"), "\(ended.output)")
            #expect(try office.majorctl("absences").output.contains("Joke") == (status == 0))
        }

        @Test("programs say --yes")
        func yes() throws {
            let office = try Office()
            try office.open()
            let refused = try office.majorctl("leave", "24-12", "23-12", "--agent", "joke", "--json")
            #expect(refused.status == 1)
            #expect(refused.output.contains("org.majord.Roster.InvalidPeriod"), "\(refused.output)")
            #expect(try office.majorctl("leave", "24-12", "23-12", "--agent", "joke", "--yes").status == 0)
        }
    }
}
