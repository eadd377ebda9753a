import Foundation
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@testable import PBX

/// Plays one story.
struct StoryRun {
    private let story: Story
    private let office: Office

    init(_ story: Story) throws(Story.Mistake) {
        self.story = story
        do {
            office = try Office()
        } catch {
            throw Story.Mistake(line: 1, text: "\(error)")
        }
    }

    func play() async throws(Story.Mistake) {
        var mistake: Story.Mistake?
        for step in story.steps {
            do {
                try await play(step)
            } catch let error as Story.Mistake {
                mistake = error
            } catch let error as Office.Refusal {
                mistake = Story.Mistake(
                    line: step.line, text: "majord does not start: \(error.lines.joined(separator: "; "))")
            } catch {
                mistake = Story.Mistake(line: step.line, text: "\(error)")
            }
            if mistake != nil { break }
        }
        await office.stop()
        if let mistake { throw mistake }
    }

    private func play(_ step: Story.Step) async throws {
        let words = Array(step.words.dropFirst())
        switch step.words.first {
        case "directory": try directory(words.first, step)
        case "file": try file(words, step)
        case "remove": try FileManager.default.removeItem(at: office.files.appending(path: try first(words, step)))
        case "change": try change(words, step)
        case "at", "clock", "wait": try await time(step, words)
        case "start": try await start(step)
        case "stop": await office.stop()
        case "restart":
            await office.stop()
            try await start(step)
        case "pbx": try await pbx(words, step)
        case "bytes": try await bytes(step)
        case "fastagi": try await fastAGI(words, step)
        case "agi":
            let running = try await office.started()
            var asterisk = try AsteriskSide(words, changes(step))
            try await AgiRun.play(words, &asterisk, running)
            try check(asterisk.told, step, .among)
        case "as": try await person(words, step)
        case "journal": try await journal(step)
        case "record":
            let lines = try await ledger().call(try first(words, step))
            try check(lines, step, .whole)
        case "records": try check(try await ledger().calls(), step, .whole)
        case "busy": try await busy(words, step)
        case "ledger": try await ledger(try first(words, step), step)
        default: throw mistake(step, "no step is called `\(step.words.first ?? "")`")
        }
    }

    // The office's files.

    private func directory(_ name: String?, _ step: Story.Step) throws {
        guard let name else { return try write(step.body, to: "majord.yaml") }
        let file = StoryFile.folder.appending(path: "directories/\(name).yaml")
        try Data(contentsOf: file).write(to: office.files.appending(path: "majord.yaml"))
    }

    /// `file PATH [utf-8-bom | utf-16]`
    private func file(_ words: [String], _ step: Story.Step) throws {
        try write(step.body, to: try first(words, step), as: words.dropFirst().first, step)
    }

    private func write(
        _ body: [Story.Line], to path: String, as encoding: String? = nil, _ step: Story.Step? = nil
    ) throws {
        let text = body.map { "\($0.text)\n" }.joined()
        let data: Data? =
            switch encoding {
            case nil: Data(text.utf8)
            case "utf-8-bom": Data([0xEF, 0xBB, 0xBF] + Array(text.utf8))
            case "utf-16": text.data(using: .utf16)
            default: nil
            }
        guard let data else { throw Story.Mistake(line: step?.line ?? 1, text: "no encoding is called so") }
        let file = office.files.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// `change "A" to "B" [in PATH]`
    private func change(_ words: [String], _ step: Story.Step) throws {
        guard words.count == 3 || words.count == 5, words[1] == "to", words.count == 3 || words[3] == "in" else {
            throw mistake(step, "`change \"A\" to \"B\" [in PATH]` is meant")
        }
        let file = office.files.appending(path: words.count == 5 ? words[4] : "majord.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(words[0]) else { throw mistake(step, "the file does not have it") }
        try Data(text.replacing(words[0], with: words[2]).utf8).write(to: file)
    }

    // Time.

    /// `at TIME` and `wait LENGTH`: time passes; `clock TIME`: the clock is set, and no time passes.
    private func time(_ step: Story.Step, _ words: [String]) async throws {
        let now = office.clock.now
        let next: Instant
        if step.words.first == "wait" {
            next = now.advanced(by: try length(words, step))
        } else {
            next = try instant(words.joined(separator: " "), step)
        }
        if step.words.first != "clock" {
            guard next >= now || office.running == nil else {
                throw mistake(step, "time goes on; `clock` sets it back")
            }
            office.uptime.advance(by: Milliseconds(max(next.since(now).count, 0)))
        }
        office.clock.set(next)
        await office.lookAfter()
    }

    /// `10:00`, `10:00:00.001`, `2026-11-25 10:00`, or RFC 3339 where clocks change.
    private func instant(_ text: String, _ step: Story.Step) throws -> Instant {
        if let exact = LocalDateTime(rfc3339: text) { return exact.instant }
        let clock = ServiceClock(amsterdam)
        let parts = text.split { !$0.isNumber }.count
        let isTime = text.prefix(5).contains(":")
        guard (isTime ? 2...4 : 5...7).contains(parts) else { throw mistake(step, "no time: \(text)") }
        return at(isTime ? "\(clock.day(of: office.clock.now)) \(text)" : text)
    }

    /// `5m`, `1h 30m`, `29s 999ms`, `3d`
    private func length(_ words: [String], _ step: Story.Step) throws -> Milliseconds {
        let units = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
        return Milliseconds(
            try words.reduce(0) { sum, word in
                let digits = word.prefix { $0.isNumber }
                guard let number = Int64(digits), let unit = units[String(word.dropFirst(digits.count))] else {
                    throw mistake(step, "no length of time: \(word)")
                }
                return sum + number * Int64(unit)
            })
    }

    // What comes in.

    private func start(_ step: Story.Step) async throws {
        do {
            _ = try await office.started()
            try check([], step, .whole)
        } catch let refusal as Office.Refusal where !step.body.isEmpty {
            try check(refusal.lines, step, .whole)
        }
    }

    private func pbx(_ words: [String], _ step: Story.Step) async throws {
        var line = try PBXLine<RESPSession>(try await office.started(), .pbx)
        await line.send(
            Array("*\(words.count)\r\n".utf8) + words.flatMap { Array("$\($0.utf8.count)\r\n\($0)\r\n".utf8) })
        let lines = RESPText.lines(line.replies) + (line.isClosed ? ["closed"] : [])
        if step.body.isEmpty, lines.first?.hasPrefix("error ") != false { throw mistake(step, "came:\n  \(lines)") }
        try check(lines, step, .among)
    }

    /// `bytes [fastagi] "…" …`
    private func bytes(_ step: Story.Step) async throws {
        let words = Array(try StoryWords.bytes(step.text, line: step.line).dropFirst())
        let running = try await office.started()
        if words.first == Array("fastagi".utf8) {
            var line = try PBXLine<FastAGISession>(running, .fastagi)
            for word in words.dropFirst() { await line.send(word) }
            let text = line.text.split(separator: "\n").map(String.init)
            try check(text + (line.isClosed ? ["closed"] : []), step, .whole)
        } else {
            var line = try PBXLine<RESPSession>(running, .pbx)
            for word in words { await line.send(word) }
            try check(RESPText.lines(line.replies) + (line.isClosed ? ["closed"] : []), step, .whole)
        }
    }

    private func fastAGI(_ words: [String], _ step: Story.Step) async throws {
        let running = try await office.started()
        var asterisk = try AsteriskSide(words, changes(step))
        var line = try PBXLine<FastAGISession>(running, .fastagi)
        await line.send(Array(asterisk.header.utf8))
        var (done, number) = (0, 0)
        while !line.isClosed {
            let commands = line.text.split(separator: "\n").dropFirst(done)
            guard !commands.isEmpty else { break }
            done += commands.count
            for command in commands {
                number += 1
                await line.send(Array("\(asterisk.take(String(command), number: number))\n".utf8))
            }
        }
        if line.isClosed, let incident = line.incident { await office.tell(incident, running) }
        try check(asterisk.told + (line.isClosed ? ["closed"] : []), step, .among)
    }

    /// `as WHO [in LANGUAGE] majorctl's words`, or `as WHO call METHOD 'JSON'`
    private func person(_ words: [String], _ step: Story.Step) async throws {
        let who = try first(words, step)
        if words.dropFirst().first == "call", words.count == 4 {
            let lines = try await ControlCall(office: office, person: who).lines(words[2], words[3])
            return try check(lines, step, .among)
        }
        var run = MajorctlRun(office: office, person: who)
        var asked = words.dropFirst()
        if asked.first == "in", let language = asked.dropFirst().first.flatMap(Language.init(rawValue:)) {
            run.language = language
            asked = asked.dropFirst(2)
        }
        let lines = try await run.lines(Array(asked))
        if step.body.isEmpty, let last = lines.last, last.hasPrefix("exit ") {
            throw mistake(step, "it was refused:\n  \(lines.joined(separator: "\n  "))")
        }
        if !step.body.isEmpty { try check(lines.map(office.told), step, .whole) }
    }

    private func ledger(_ word: String, _ step: Story.Step) async throws {
        let running = try await office.started()
        await office.settle()
        switch word {
        case "breaks": try LedgerText.breakDown(running.records)
        case "works":
            try LedgerText.mend(running.records)
            await office.lookAfter()
        case "goes", "returns":
            let (place, away) = ("\(office.state)/ledger.sqlite", "\(office.state)/away")
            let isGoing = word == "goes"
            try FileManager.default.moveItem(atPath: isGoing ? place : away, toPath: isGoing ? away : place)
            await office.lookAfter()
        default: throw mistake(step, "`ledger breaks`, `works`, `goes` or `returns` is meant")
        }
    }

    // What must have come of it.

    /// What stands in the journal since it was looked at last.
    private func journal(_ step: Story.Step) async throws {
        await office.settle()
        try check(office.log.take().map(office.told), step, .whole)
    }

    private func busy(_ words: [String], _ step: Story.Step) async throws {
        let busy = try await office.started().switchboard.desk.ongoing.calls.keys.map(\.description).sorted()
        guard busy == (words == ["nobody"] ? [] : words.sorted()) else {
            throw mistake(step, "busy is \(busy.isEmpty ? "nobody" : busy.joined(separator: " "))")
        }
    }

    private func ledger() async throws -> LedgerText {
        let running = try await office.started()
        await office.settle()
        let clock = running.switchboard.table.clock
        return LedgerText(records: running.records, clock: clock, today: clock.day(of: office.clock.now))
    }

    /// Lines of the body that say how the PBX differs, behind `> `.
    private func changes(_ step: Story.Step) -> [Story.Line] {
        step.body.filter { $0.text.hasPrefix("> ") }.map {
            Story.Line(number: $0.number, text: String($0.text.dropFirst(2)))
        }
    }

    private func check(_ came: [String], _ step: Story.Step, _ order: Expectation.Order) throws {
        let lines = step.body.filter { !$0.text.hasPrefix("> ") && !$0.text.hasPrefix("#") && !$0.text.isEmpty }
        guard let mismatch = Expectation(lines: lines).mismatch(came, order) else { return }
        throw Story.Mistake(line: mismatch.line > 0 ? mismatch.line : step.line, text: "\(step.text)\n\(mismatch.text)")
    }

    private func first(_ words: [String], _ step: Story.Step) throws -> String {
        guard let word = words.first else { throw mistake(step, "a word is missing") }
        return word
    }

    private func mistake(_ step: Story.Step, _ text: String) -> Story.Mistake {
        Story.Mistake(line: step.line, text: "\(step.text): \(text)")
    }
}
