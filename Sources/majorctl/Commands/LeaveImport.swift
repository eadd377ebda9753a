import ArgumentParser
import Foundation
import ICalendar
import MajorAPI
import Time
import Wording

/// `leave import`: an agent's calendar, read as leave.
struct LeaveImport {
    /// Those that no other form of `leave` has.
    struct Options: ParsableArguments {
        @Option(help: "The name under which the calendar is known again, such as hr.")
        var source: String?

        @Flag(help: "Change nothing, and show what would be; also of leave that is planned.")
        var dryRun = false

        @Option(
            help:
                "The number of an absence that was changed or cancelled by hand: it follows the calendar again. May be repeated.",
            completion: Completion.absences)
        var follow: [String] = []

        @Flag(help: "Every event that takes up time counts.")
        var all = false
    }

    let agent: String?
    let file: String
    let options: Options

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let source = options.source ?? ""
        let text = try text(source, session)
        let reading = LeaveCalendar(clock: reader.clock, now: time.now.instant, all: options.all).read(text)
        let words = LeaveImportText(time, reading, reader.clock)
        guard reading.errors.isEmpty else {
            note(words.failure, source, session)
            throw Failure.refused(words.unreadable)
        }
        let request = CalendarAPI.Import(
            agent: agent, source: source,
            entries: reading.leave.map { leave in
                CalendarAPI.Entry(
                    uid: leave.identity.uid, recurrence: leave.identity.recurrence,
                    from: reader.clock.rfc3339(leave.interval.start), until: reader.clock.rfc3339(leave.interval.end))
            }, events: reading.events, dryRun: options.dryRun ? true : nil,
            follow: options.follow.isEmpty ? nil : options.follow)
        try daemon.call(request) { reply in session.print(words.lines(reply, isDryRun: options.dryRun)) }
    }

    private func text(_ source: String, _ session: Session) throws -> String {
        do throws(CalendarFile.Failure) {
            return try CalendarFile.text(file)
        } catch {
            // What came is no calendar, as an error in it would be; a file that is not there says nothing about it.
            if case .encoding(let name) = error { note("it is \(name), and has to be UTF-8", source, session) }
            throw Failure.refused(error.text(file, LeaveImportWords(session.language)))
        }
    }

    /// Has majord remember why the calendar could not be read.
    private func note(_ why: String, _ source: String, _ session: Session) {
        guard !options.dryRun else { return }
        _ = try? session.silent.daemon().ask(CalendarAPI.NoteFailure(agent: agent, source: source, why: why))
    }
}
