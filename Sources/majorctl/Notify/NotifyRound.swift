import Foundation
import Glibc
import Time

/// Tells the programs of a folder of events, each in their order and at its own pace.
struct NotifyRound {
    /// How often events and programs are looked for.
    private static let rest: Duration = .seconds(1)
    /// What happened so long before a new program was seen is not told to it.
    private static let lookBack = Milliseconds.minutes(10)

    private struct Entry {
        var turn: ProgramTurn
        var running: StartedProgram?
        let path: String
    }

    private let folder: NotifyFolder
    private let limits: ProgramTurn.Limits
    private let say: NotifyLog
    private var source: EventSource
    private var entries: [String: Entry] = [:]
    private var newest = 0
    private var connections = 0
    /// What hinders it, as it was said.
    private var trouble: String?
    private var isEnding = false

    init(_ folder: NotifyFolder, _ limits: ProgramTurn.Limits, _ source: EventSource) {
        self.folder = folder
        self.limits = limits
        self.source = source
        say = NotifyLog()
    }

    /// Goes on until somebody wants an end; programs that run then may come to theirs.
    mutating func run() throws {
        let signals = SignalWait()
        say.info("programs in \(folder.path) are told of events")
        while true {
            collect()
            if isEnding, entries.values.allSatisfy({ $0.running == nil }) { break }
            try reach { round throws in
                if !round.isEnding { try round.look() }
                try round.note()
            }
            for name in entries.keys.sorted() { try tell(name) }
            guard signals.wait(atMost: untilNext) else { continue }
            // Whoever asks twice does not want to wait.
            if isEnding { break }
            isEnding = true
        }
    }

    /// The sooner of the next look and what a program has coming.
    private var untilNext: Duration {
        let now = ContinuousClock.now
        return entries.values.compactMap(\.turn.wakes).map { $0 - now }.reduce(Self.rest, min)
    }

    /// Does something with majord; where that is not possible now it is said once, and tried again.
    private mutating func reach(_ body: (inout NotifyRound) throws -> Void) throws {
        do {
            try body(&self)
            if trouble != nil { say.info("majord can be asked again") }
            trouble = nil
        } catch let away as EventSource.Away {
            if trouble == nil { say.warning("\(away.text); it is tried again") }
            trouble = away.text
        }
    }

    /// Which programs there are, and how far the list of events is.
    private mutating func look() throws {
        newest = try source.newest()
        let isNew = source.connections != connections
        let programs = folder.programs
        let names = Set(programs.map(\.name))
        for (name, entry) in entries where !names.contains(name) && entry.running == nil {
            entries[name] = nil
            say.info("\(name) is gone")
        }
        for program in programs {
            guard var entry = entries[program.name] else {
                let position = try begin(program)
                entries[program.name] = Entry(turn: ProgramTurn(told: position, limits: limits), path: program.path)
                say.info("\(program.name) is told of events after number \(position)")
                continue
            }
            // Behind another connection the records may have been put back, or begun anew.
            if entry.running == nil, newest < entry.turn.told || isNew && entry.turn.toNote == nil {
                entry.turn.take(try source.position(of: program.name) ?? 0)
                entries[program.name] = entry
            }
        }
        connections = source.connections
    }

    /// Where a program that was not seen before begins: where it left off, or now.
    private mutating func begin(_ program: NotifyFolder.Program) throws -> Int {
        if let known = try source.position(of: program.name) { return known }
        let now = Instant(clamping: Int64(Date().timeIntervalSince1970 * 1_000))
        let position = try source.last(before: max(program.since, now.advanced(by: Milliseconds(-Self.lookBack.count))))
        try source.note(program.name, toldOf: position)
        return position
    }

    /// Has the records know what was told. Where they cannot, it is told again after a restart, and never left out.
    private mutating func note() throws {
        for name in entries.keys.sorted() {
            guard let number = entries[name]?.turn.toNote else { continue }
            try source.note(name, toldOf: number)
            entries[name]?.turn.note()
        }
    }

    /// Takes which programs have ended.
    private mutating func collect() {
        for (name, var entry) in entries {
            let end = entry.running?.end()
            if end != nil { entry.running = nil }
            entries[name] = entry
            guard let end else { continue }
            let event = entry.turn.event ?? 0
            if let pause = entry.turn.ended(well: end.isWell, at: .now) {
                say.warning("\(name) did not take event \(event), \(end.text); it is told again in \(pause.words)")
            }
            entries[name] = entry
        }
    }

    private mutating func tell(_ name: String) throws {
        guard var entry = entries[name] else { return }
        defer { entries[name] = entry }
        let due = entry.turn.due(newest: isEnding ? 0 : newest, at: .now)
        switch due {
        case .nothing: break
        case .terminate:
            say.warning("\(name) has not ended within \(limits.longest.words): it is ended")
            entry.running?.signal(SIGTERM)
        case .kill: entry.running?.signal(SIGKILL)
        case .event(let number):
            do {
                // Somebody may have said that what fails is to be passed over.
                if entry.turn.hasFailed, let known = try source.position(of: name), known > number {
                    entry.turn.take(known)
                    return
                }
                guard let event = try source.event(after: number) else { return entry.turn.passed(newest) }
                entry.turn.started(event.number, at: .now)
                do throws(StartedProgram.Failure) {
                    entry.running = try StartedProgram(entry.path, argument: event.kind, input: event.json + "\n")
                } catch {
                    let pause = entry.turn.ended(well: false, at: .now)
                    say.warning(
                        "\(name) cannot be started, \(error.text); it is tried again in \((pause ?? .zero).words)")
                }
            } catch let away as EventSource.Away {
                if trouble == nil { say.warning("\(away.text); it is tried again") }
                trouble = away.text
            }
        }
    }
}

extension Duration {
    fileprivate var words: String { "\(components.seconds) s" }
}

/// What ops read of it: with the levels of the journal where that reads stderr.
struct NotifyLog {
    private let isJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil

    func info(_ text: String) { write(6, text) }
    func warning(_ text: String) { write(4, text) }

    private func write(_ level: Int, _ text: String) {
        StandardError.print(isJournal ? "<\(level)>\(text)" : text)
    }
}
