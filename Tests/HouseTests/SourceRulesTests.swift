import Testing

/// What holds for every file below Sources.
@Suite("Rules for sources")
struct SourceRulesTests {
    @Test(
        "nothing in them is unchecked, unsafe or a trap",
        arguments: [
            ("@unchecked", "make the type Sendable by what it is made of"),
            ("nonisolated(unsafe)", "give the state an owner"),
            ("try!", "pass the error on"), ("fatalError", "make the state impossible, or give it an answer"),
            ("preconditionFailure", "make the state impossible, or give it an answer"),
            ("as!", "ask with as?"), ("unowned", "hold it weakly"),
        ])
    func forbidden(word: String, cure: String) throws {
        for source in try SwiftSource.all(below: "Sources") {
            #expect(!source.code.contains(word), "\(source.place(of: word)): \(word); \(cure)")
        }
    }

    @Test("no optional is unwrapped by force")
    func unwrapped() throws {
        for source in try SwiftSource.all(below: "Sources") {
            let found = source.code.firstMatch(of: /[\w\)\]\}>]!(?![=\w])/)?.output
            #expect(found == nil, "\(source.place(of: found ?? "")): \(found ?? ""); use guard, or an answer for nil")
        }
    }

    @Test("Time and Routing have no input, output, clock, lock or global state", arguments: ["Time", "Routing"])
    func pure(room: String) throws {
        let forbidden: [(Regex<Substring>, String)] = [
            (/\bDate\(\)/, "the clock"), (/\b(?:Continuous|Suspending)Clock\b/, "the clock"),
            (/\bInstant\.now\b/, "the clock"), (/\bclock_gettime\b|\bgettimeofday\b/, "the clock"),
            (/\bstatic\s+var\b(?![^\n]*\{)/, "global state"),
            (/\bMutex\b|\bAtomic\b|\bNSLock\b/, "a lock"), (/\bFileManager\b|\bFileHandle\b|\bURLSession\b/, "input"),
            (/\bProcessInfo\b|\bgetenv\b/, "the environment"), (/\bprint\(/, "output"), (/\bLogger\b/, "output"),
            (/\bTask\b|\basync\b|\bawait\b/, "concurrency"),
            (/\bSystemRandomNumberGenerator\b|\.random\(in:[^,)]*\)/, "chance"),
        ]
        for source in try SwiftSource.all(below: "Sources/\(room)") {
            for (pattern, what) in forbidden {
                let found = source.code.firstMatch(of: pattern)?.output
                #expect(
                    found == nil,
                    "\(source.place(of: found ?? "")): \(found ?? ""), which is \(what); let the caller give it")
            }
            let foreign = Set(source.imports).subtracting(["Foundation", "Time"])
            #expect(foreign.isEmpty, "\(source.path) imports \(foreign.sorted())")
        }
    }

    /// Foundation is there for time zones alone.
    @Test("of Foundation, Time and Routing take time zones", arguments: ["Time", "Routing"])
    func foundation(room: String) throws {
        for source in try SwiftSource.all(below: "Sources/\(room)") where source.imports.contains("Foundation") {
            let code = source.code
            #expect(code.contains("TimeZone"), "\(source.path) imports Foundation without a time zone")
        }
    }

    /// The packaged programs have of ICU's data what time zones need (scripts/time-zone-data).
    @Test("nothing of Foundation is used that needs the words or the order of a language")
    func languages() throws {
        let pattern =
            /\b(?:Date|Number|Measurement|List|ByteCount|Relative\w+)Formatter\b|\bLocale\b|\.localized(?!Description)\w*|\.formatted\(/
        for source in try SwiftSource.all(below: "Sources") {
            let found = source.code.firstMatch(of: pattern)?.output
            #expect(found == nil, "\(source.place(of: found ?? "")): \(found ?? ""); say it with Wording")
        }
    }

    /// Configuration is only read, and state is only in the records.
    @Test("files are written by the records, and where something is written that nobody reads back")
    func writers() throws {
        // The records; the file for node_exporter; a backup. Sockets are made anew at each start.
        func mayWrite(_ path: String) -> Bool {
            path.hasPrefix("Sources/Records/")
                || ["MetricsFile", "BackupFile"].contains { path == "Sources/majorctl/\($0).swift" }
        }
        let pattern =
            /\bO_(?:WRONLY|RDWR|CREAT)\b|\bFileHandle\(for(?:Writing|Updating)|\.write\(to: (?!&)|\bmkstemp|\bcreateFile\(/
        for source in try SwiftSource.all(below: "Sources") where !mayWrite(source.path) {
            let found = source.code.firstMatch(of: pattern)?.output
            #expect(
                found == nil,
                "\(source.place(of: found ?? "")): \(found ?? "") writes a file; keep state in Records, or name the file in this test"
            )
        }
    }

    @Test("no file is longer than 300 lines")
    func length() throws {
        // What is generated is as long as it is.
        for source in try SwiftSource.all(below: "Sources") where !source.path.contains("/Generated/") {
            let count = source.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(count <= 300, "\(source.path) has \(count) lines; take an aspect out into a file of its own")
        }
    }

    @Test("every type that others may use says what it is")
    func documented() throws {
        for source in try SwiftSource.all(below: "Sources") {
            let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() where line.hasPrefix("package ") {
                let words = line.split(separator: " ")
                guard !["struct", "enum", "class", "actor", "protocol"].allSatisfy({ !words.contains($0) }) else {
                    continue
                }
                let above = lines[..<number].last { !$0.hasPrefix("@") }
                #expect(
                    above?.hasPrefix("///") == true, "\(source.path):\(number + 1) has no remark that says what it is")
            }
        }
    }
}
