import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// `majorctl agi` as Asterisk runs it: a dialogue over stdin and stdout.
    @Suite("AGI program", .serialized)
    struct AgiTests {
        @Test("a call gets its targets, variable by variable, each after the answer to the one before")
        func route() throws {
            let office = try Office()
            try office.open()
            let asterisk = try Asterisk(office, "route", "0612345678", "+31880001234", "call-1")
            asterisk.header()
            let variables = try asterisk.answerAll()
            #expect(variables.first?.name == "MAJOR_ACTION")
            #expect(variables.last?.name == "MAJOR_ACTION")
            let values = asterisk.values
            #expect(values["MAJOR_ACTION"] == "dial")
            #expect(values["MAJOR_EXTENSION"] == "2101")
            #expect(values["MAJOR_TARGETS"] == "2101:20,2102:20,2050:0")
            #expect(values["MAJOR_CLIENT_NAME"] == "Scholengroep Noord")
            #expect(values["MAJOR_CONTACT"] == "Karin Smit, ICT-coördinator")
            #expect(values["MAJOR_REASON"] == "primary")
            #expect(values["MAJOR_DECISION"]?.isEmpty == false)
            let asked = try office.route("0612345678", callID: "call-1")
            #expect(values["MAJOR_DECISION"] == asked["decision"], "the same call, the same decision")
        }

        @Test("a caller who hangs up and a strange header do not stop it")
        func undisturbed() throws {
            let office = try Office()
            try office.open()
            let asterisk = try Asterisk(office, "route", "anonymous", "+31880001234", "call-2")
            asterisk.header()
            #expect(try asterisk.command() == "SET VARIABLE MAJOR_ACTION \"\"")
            asterisk.program.signal(SIGHUP)
            asterisk.say("HANGUP\nagi_arg_1: late\n\n200 result=1")
            #expect(try asterisk.command() == "SET VARIABLE MAJOR_EXTENSION \"2000\"")
            asterisk.say("200 result=1")
            _ = try asterisk.answerAll()
            #expect(asterisk.values["MAJOR_ACTION"] == "overflow")
            #expect(asterisk.values["MAJOR_REASON"] == "anonymous")
        }

        @Test(
            "after a command that Asterisk refuses none comes, and no action is set",
            arguments: [
                "200 result=0", "510 Invalid or unknown command",
                "511 Command Not Permitted on a dead channel or intercept routine",
                "520-Invalid command syntax.  Proper usage follows:\n200 result=1\n520 End of proper usage.",
            ])
        func refusedCommand(answer: String) throws {
            let office = try Office()
            try office.open()
            let asterisk = try Asterisk(office, "route", "0612345678", "+31880001234", "call-2")
            asterisk.header()
            #expect(try asterisk.command() == "SET VARIABLE MAJOR_ACTION \"\"")
            asterisk.say("200 result=1")
            #expect(try asterisk.command() == "SET VARIABLE MAJOR_EXTENSION \"2101\"")
            asterisk.say(answer)
            #expect(try asterisk.command() == nil)
            #expect(try asterisk.program.ended().status == 0)
            #expect(asterisk.program.errorText.contains("Asterisk did not take SET VARIABLE MAJOR_EXTENSION"))
        }

        @Test("without majord, and with one that hangs, the action is overflow")
        func withoutMajord() throws {
            let office = try Office()
            var asterisk = try Asterisk(office, "route", "0612345678", "+31880001234", "call-3")
            asterisk.header()
            _ = try asterisk.answerAll()
            #expect(asterisk.values["MAJOR_ACTION"] == "overflow")
            #expect(asterisk.values["MAJOR_TARGETS"] == "")
            #expect(asterisk.values["MAJOR_REASON"] == "majord-away")
            #expect(asterisk.program.errorText.contains("majord is not running"), "\(asterisk.program.errorText)")

            try office.open()
            office.majord?.signal(SIGSTOP)
            asterisk = try Asterisk(office, "route", "0612345678", "+31880001234", "call-4")
            asterisk.header()
            _ = try asterisk.answerAll()
            #expect(asterisk.values["MAJOR_ACTION"] == "overflow")
            #expect(asterisk.program.errorText.contains("does not answer in time"), "\(asterisk.program.errorText)")
            office.majord?.signal(SIGCONT)
        }

        @Test("it ends by itself when Asterisk is silent, or has gone")
        func withoutAsterisk() throws {
            let office = try Office()
            try office.open()
            // No header, and no answer to what is set without it.
            let silent = try Asterisk(office, "route", "0612345678", "+31880001234", "call-5")
            #expect(try silent.program.ended(within: .seconds(2)).status == 0)
            // A header, and nothing else.
            let stuck = try Asterisk(office, "route", "0612345678", "+31880001234", "call-6")
            stuck.header()
            #expect(try stuck.program.ended(within: .seconds(2)).status == 0)
            // Nobody at either end: tried by hand, it says all it would set.
            let hand = try Running(
                Programs.majorctl,
                ["agi", "--socket", office.pbxSocket, "route", "0612345678", "+31880001234", "call-7"],
                folder: office.folder
            ).ended(within: .seconds(2))
            #expect(hand.status == 0)
            #expect(hand.lines.last == "SET VARIABLE MAJOR_ACTION \"dial\"")
            let closed = try Running(
                "sh", ["-c", "exec \(Programs.majorctl) agi --socket \(office.pbxSocket) route 1 2 3 <&- >&- 2>&-"],
                folder: office.folder
            ).ended(within: .seconds(2))
            #expect(closed.status == 0)
            // Something that never ends, and is no header.
            let flood = try Running(
                "sh", ["-c", "yes | \(Programs.majorctl) agi --socket \(office.pbxSocket) route 1 2 3 >/dev/null"],
                folder: office.folder
            ).ended(within: .seconds(2))
            #expect(flood.status == 0)
        }

        @Test(
            "words that it does not know are told to the dial plan and on the console, and nothing looks like an answer"
        )
        func unknownWords() throws {
            let office = try Office()
            let asterisk = try Asterisk(office, "nosuch", "call-1", "2101")
            asterisk.header()
            _ = try asterisk.answerAll()
            let text = "`nosuch call-1 2101` is not understood; see majorctl agi --help"
            for (name, value) in [
                ("ACTION", "overflow"), ("ACCEPTED", ""), ("STATE", "refused"), ("SENTENCE", text), ("ERROR", text),
                ("REASON", "majord-refused"), ("TARGETS", ""),
            ] {
                #expect(asterisk.values["MAJOR_\(name)"] == value)
            }
            #expect(asterisk.console == ["VERBOSE \"majorctl agi: \(text)\" 0"])
            #expect(asterisk.program.errorText == "majorctl agi: \(text)\n")
        }

        @Test(
            "wrong words never lose the call",
            arguments: [
                [], ["route"], ["route", "1"], ["frobnicate", "1", "2"], ["next", "call"],
                ["route", "06\u{1B}[31mEVIL\u{9B}2J\u{202E}", "extra"],
            ])
        func wrongWords(words: [String]) throws {
            let office = try Office()
            let ended = try Running(Programs.majorctl, ["agi"] + words, folder: office.folder).ended()
            #expect(ended.status == 0)
            #expect(ended.lines.last == "SET VARIABLE MAJOR_ACTION \"overflow\"")
            let isTold = ["see majorctl agi --help", "wrong number of arguments for "].contains {
                ended.errors.contains($0)
            }
            #expect(isTold, "\(ended.errors)")
            #expect(
                !ended.errors.contains {
                    $0.unicodeScalars.contains { "\u{1B}\u{9B}\u{202E}".unicodeScalars.contains($0) }
                })
        }

        @Test("what becomes of the call is reported, and the next target given")
        func reports() throws {
            let office = try Office()
            try office.open()
            func ask(_ words: String...) throws -> [String: String] {
                let asterisk = try Asterisk(office, words)
                asterisk.header()
                _ = try asterisk.answerAll()
                return asterisk.values
            }
            #expect(try ask("route", "0612345678", "+31880001234", "call-8")["MAJOR_EXTENSION"] == "2101")
            #expect(try ask("ringing", "call-8", "2101")["MAJOR_ACCEPTED"] == "1")
            let next = try ask("next", "call-8", "NOANSWER")
            #expect(next["MAJOR_EXTENSION"] == "2102")
            #expect(next["MAJOR_ACTION"] == "dial")
            #expect(try ask("answered", "call-8", "2102")["MAJOR_ACCEPTED"] == "1")
            #expect(try ask("ended", "call-8", "ANSWER")["MAJOR_ACCEPTED"] == "1")
            #expect(try ask("ended", "call-8", "WHATEVER")["MAJOR_ACCEPTED"] == "")
        }

        @Test("feature codes at a desk phone change who is there")
        func deskPhone() throws {
            let office = try Office()
            try office.open()
            func state(_ words: String...) throws -> String? {
                let asterisk = try Asterisk(office, ["agent"] + words)
                asterisk.header()
                _ = try asterisk.answerAll()
                #expect(asterisk.values["MAJOR_SENTENCE"]?.isEmpty == false)
                return asterisk.values["MAJOR_STATE"]
            }
            #expect(try state("2101", "status") == "available")
            #expect(try state("2101", "sick") == "away")
            #expect(try office.route("+31505550100")["extension"] == "2102")
            #expect(try state("2101", "back") == "available")
            #expect(try state("2101", "pause", "45m") == "away")
            #expect(try state("2101", "pause", "soon") == "refused")
            #expect(try state("2999", "sick") == "refused")
        }
    }
}

/// Asterisk's end of an AGI program: named pipes for its stdin and stdout.
private final class Asterisk {
    let program: Running
    private let input: Int32
    private let output: Int32
    private var received: [UInt8] = []
    private(set) var values: [String: String] = [:]
    /// What its console was to show.
    private(set) var console: [String] = []

    convenience init(_ office: Office, _ words: String...) throws {
        try self.init(office, words)
    }

    init(_ office: Office, _ words: [String]) throws {
        let base = office.folder.appending(path: UUID().uuidString).path
        // Opened for both, a named pipe waits for nobody.
        func pipe(_ path: String) throws -> Int32 {
            guard mkfifo(path, 0o600) == 0 else { throw Overdue(what: "no named pipe at \(path)") }
            return open(path, O_RDWR | O_CLOEXEC)
        }
        input = try pipe(base + ".in")
        output = try pipe(base + ".out")
        let script = "exec \"$@\" <\(base).in >\(base).out"
        program = try Running(
            "sh", ["-c", script, "sh", Programs.majorctl, "agi"] + words,
            environment: ["MAJORD_PBX_SOCKET": office.pbxSocket], folder: office.folder)
    }

    deinit {
        close(input)
        close(output)
    }

    func say(_ lines: String) {
        let bytes = Array((lines + "\n").utf8)
        #expect(write(input, bytes, bytes.count) == bytes.count)
    }

    /// What a real Asterisk sends first.
    func header() {
        say("agi_request: /usr/bin/majorctl\nagi_callerid: unknown\nagi_arg_1: agi\n")
    }

    /// The next command; nil when the program has ended without one.
    func command() throws -> String? {
        var line: String?
        try eventually("the next command: \(program.errorText)") {
            line = takeLine()
            return line != nil || !program.isRunning && !read()
        }
        return line
    }

    /// Answers every command as Asterisk does, until the program ends with 0.
    func answerAll() throws -> [(name: String, value: String)] {
        var variables: [(name: String, value: String)] = []
        while let command = try command() {
            let parts = command.split(separator: " ", maxSplits: 3).map(String.init)
            if parts.first == "VERBOSE" {
                console.append(command)
                say("200 result=1")
                continue
            }
            try #require(parts.count == 4 && parts[0] == "SET" && parts[1] == "VARIABLE", "\(command)")
            variables.append((parts[2], String(parts[3].dropFirst().dropLast())))
            values[parts[2]] = variables.last?.value
            #expect(takeLine() == nil && !read(), "it does not wait for the answer")
            say("200 result=1")
        }
        #expect(try program.ended().status == 0)
        return variables
    }

    private func takeLine() -> String? {
        _ = read()
        guard let end = received.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { received.removeSubrange(...end) }
        return String(decoding: received[..<end], as: UTF8.self)
    }

    /// Reads what is there; false when there is nothing.
    private func read() -> Bool {
        var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 0) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(output, &chunk, chunk.count)
        received += chunk.prefix(max(count, 0))
        return count > 0
    }
}
