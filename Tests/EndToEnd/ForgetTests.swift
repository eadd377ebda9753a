import Foundation
import Testing

extension EndToEnd {
    /// One number is forgotten in a running majord.
    @Suite("Forgetting one number")
    struct ForgetTests {
        /// Whether the bytes stand in one of the ledger's files.
        private func stands(_ text: String, _ office: Office) throws -> Bool {
            let state = office.folder.appending(path: "state")
            return try FileManager.default.contentsOfDirectory(atPath: state.path).contains { name in
                try Data(contentsOf: state.appending(path: name)).range(of: Data(text.utf8)) != nil
            }
        }

        @Test(
            "a number that called, was missed, learned and noted is nowhere afterwards, and its next call is like any other"
        )
        func everywhere() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("number", "add", "0687654321", "noord", "--contact", "Henk").status == 0)
            #expect(try office.route("0687654321", callID: "first")["contact"] == "Henk")
            #expect(try office.redisCLI("ENDED", "first", "CANCEL").status == 0)
            #expect(try office.majorctl("case", "open", "noord", "--note", "bel 06-87654321").status == 0)
            try eventually("the call is recorded") { try stands("+31687654321", office) }
            #expect(try office.majorctl("forget", "0687654321", user: "games").status == 77)
            #expect(try office.majorctl("forget", "0687654321").status == 1, "nobody is at a terminal")
            let dry = try office.majorctl("forget", "0687654321", "--dry-run")
            #expect(dry.status == 0 && dry.output.contains("calls 1"), "\(dry)")
            #expect(try stands("+31687654321", office))
            let done = try office.majorctl("forget", "06 87654321", "--yes")
            #expect(done.status == 0 && done.output.contains("learned numbers 1"), "\(done)")
            for form in ["+31687654321", "0687654321", "06-87654321"] {
                #expect(try !stands(form, office), "\(form)")
            }
            #expect(!office.log.contains("687654321"), "\(office.log)")
            let history = try office.majorctl("history").output
            #expect(history.contains("forgotten-") && !history.contains("87654321"), "\(history)")
            // The same call asked about again is no other call: nothing new is recorded of it.
            #expect(try office.route("0687654321", callID: "first")["contact"] == "Henk")
            #expect(try office.majorctl("calls").output.contains("87654321") == false)
            #expect(try office.route("0687654321", callID: "second")["contact"] == "")
            try office.kill()
            try office.open()
            #expect(try office.majorctl("number", "list").output.contains("87654321") == false)
        }

        @Test("what the files name is refused with file and line, and can be forgotten when it is gone from there")
        func named() throws {
            let office = try Office()
            try office.open()
            #expect(try office.route("0612345678", callID: "first")["contact"]?.hasPrefix("Karin Smit") == true)
            let line = Office.directory.components(separatedBy: "\n").firstIndex { $0.contains("Karin Smit") }.map {
                $0 + 1
            }
            let place = "majord.yaml:\(line ?? 0)"
            for words in [["06-12345678"], ["noord", "--contact", "Karin Smit"]] {
                let refused = try Running(
                    Programs.majorctl, ["forget", "--yes"] + words,
                    environment: ["MAJORD_SOCKET": office.controlSocket],
                    folder: office.folder
                ).ended()
                #expect(refused.status == 1 && refused.errors.contains(place), "\(refused)")
            }
            try office.write(
                Office.directory.replacing(
                    "      - {name: Karin Smit, function: ICT-coördinator, mobile: 06-12345678, email: k.smit@noord.example}",
                    with: "      - {name: Henk}"))
            #expect(try office.majorctl("reload").status == 0)
            let done = try office.majorctl("forget", "noord", "--contact", "Karin Smit", "--yes")
            #expect(done.status == 0 && done.output.contains("old texts of the directory 1"), "\(done)")
            #expect(
                try !stands("Karin Smit", office) && !stands("+31612345678", office) && !stands("06-12345678", office))
        }

        @Test("what somebody reads meanwhile is overwritten as soon as he is done, at the stop at the latest")
        func readMeanwhile() throws {
            let office = try Office()
            try office.open()
            let number = "+31687654321"
            func reading() throws -> Running {
                let reader = try Running(
                    Programs.python,
                    [
                        "-c",
                        """
                        import sqlite3, sys, time
                        ledger = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True, isolation_level=None)
                        ledger.execute("begin")
                        ledger.execute("select count(*) from call").fetchall()
                        print("reads", file=sys.stderr, flush=True)
                        time.sleep(60)
                        """, office.folder.appending(path: "state/ledger.sqlite").path,
                    ], folder: office.folder)
                try eventually("somebody reads") { reader.errorText.contains("reads") }
                return reader
            }
            for isStopped in [false, true] {
                _ = try office.route(number)
                try eventually("the call is recorded") { try stands(number, office) }
                let reader = try reading()
                for _ in 0..<2 {
                    let done = try office.majorctl("forget", number, "--yes")
                    #expect(done.status == 0 && done.output.contains("majord tries again"), "\(done)")
                }
                #expect(try stands(number, office))
                reader.signal(SIGKILL)
                _ = try reader.ended()
                if isStopped {
                    office.majord?.signal(SIGTERM)
                    _ = try office.majord?.ended()
                    #expect(try !stands(number, office))
                } else {
                    try eventually("it is overwritten", within: .seconds(20)) { try !stands(number, office) }
                    #expect(try !office.majorctl("forget", number, "--yes").output.contains("tries again"))
                }
            }
        }

        @Test("killed in the middle of it, nothing is told of it before all is done, and asking again does the rest")
        func killed() throws {
            let office = try Office()
            try office.open()
            for call in 0..<300 { _ = try office.route("0687654321", callID: "call-\(call)") }
            for pause in [0, 5, 10, 20, 40] {
                let forgetting = try Running(
                    Programs.majorctl, ["forget", "--yes", "0687654321"],
                    environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder)
                usleep(UInt32(pause * 1_000))
                try office.kill()
                _ = try forgetting.ended()
                let counted = try office.python(
                    """
                    import sqlite3, sys
                    ledger = sqlite3.connect(sys.argv[1])
                    print(*ledger.execute("select count(*) from call where caller = '+31687654321'").fetchone(),
                        *ledger.execute("select count(*) from roster_change where deed = 'forgotten'").fetchone())
                    """, office.folder.appending(path: "state/ledger.sqlite").path)
                let numbers = counted.output.split(separator: " ").compactMap {
                    Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
                }
                #expect(numbers.count == 2 && (numbers[1] == 0 || numbers[0] == 0), "\(counted)")
                try office.open()
                for call in 0..<5 { _ = try office.route("0687654321", callID: "again-\(pause)-\(call)") }
                guard numbers.first == 0 else { continue }
                break
            }
            let done = try office.majorctl("forget", "--yes", "0687654321")
            #expect(done.status == 0, "\(done)")
            #expect(try !stands("+31687654321", office))
        }

        @Test("a big ledger's number is forgotten however long it takes, and calls' reports wait for none of it")
        func large() throws {
            let office = try Office()
            try office.open()
            _ = try office.route("0687654321", callID: "first")
            #expect(try office.redisCLI("ENDED", "first", "CANCEL").status == 0)
            try eventually("the call is recorded") { try stands("+31687654321", office) }
            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended()
            let filled = try office.python(
                """
                import sqlite3, sys
                ledger = sqlite3.connect(sys.argv[1])
                columns = [c[1] for c in ledger.execute("pragma table_info(call)") if c[1] not in ("id", "call_id")]
                names = ",".join(columns)
                ledger.execute(f"with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) "
                    f"insert into call (call_id, {names}) select 'g-' || i, {names} from n, call where call.call_id = 'first'")
                ledger.commit()
                """, office.folder.appending(path: "state/ledger.sqlite").path)
            #expect(filled.status == 0, "\(filled)")
            try office.open()
            let forgetting = try Running(
                Programs.majorctl, ["forget", "--yes", "0687654321"],
                environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder)
            var longest = Duration.zero
            for call in 0..<40 {
                _ = try office.route("0505550201", callID: "other-\(call)")
                let start = ContinuousClock.now
                #expect(try office.redisCLI("ENDED", "other-\(call)", "CANCEL").status == 0)
                longest = max(longest, .now - start)
            }
            let done = try forgetting.ended()
            #expect(done.status == 0 && done.output.contains("calls 20001"), "\(done)")
            #expect(longest < .seconds(1), "\(longest)")
            #expect(try !stands("+31687654321", office))
        }
    }
}
