import ArgumentParser
import Foundation
import ICalendar
import MajorAPI
import Time
import Varlink
import Wording

struct LeaveImport: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read an agent's calendar (iCalendar) as leave.",
        discussion: """
            majorctl leave import vakantie.ics --source hr --dry-run

            All-day events and those out of office count, but nothing that is free, tentative or cancelled. What is new is entered, what \
            was moved is changed, what is gone is cancelled; what was entered by hand stays. Titles stay here: majord gets times and UIDs.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "The calendar; - is stdin.", completion: .file())
    var file: String

    @Option(help: "The name under which the calendar is known again, such as hr.")
    var source: String

    @Flag(help: "Change nothing, and show what would be changed and what does not count.")
    var dryRun = false

    @Flag(help: "Every event that takes up time counts.")
    var all = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let now = time.now.instant
        let text = try CalendarFile.text(file)
        let reading = LeaveCalendar(clock: reader.clock, now: now, all: all).read(text)
        let words = LeaveImportText(time, reading, reader.clock)
        guard reading.errors.isEmpty else {
            if !dryRun {
                _ = try? session.silent.daemon().ask(
                    CalendarAPI.NoteFailure(agent: whose.agent, source: source, why: words.failure))
            }
            throw Failure.refused(words.unreadable)
        }
        let request = CalendarAPI.Import(
            agent: whose.agent, source: source,
            entries: reading.leave.map { leave in
                CalendarAPI.Entry(
                    uid: leave.identity.uid, recurrence: leave.identity.recurrence,
                    from: reader.clock.rfc3339(leave.interval.start), until: reader.clock.rfc3339(leave.interval.end))
            }, events: reading.events, dryRun: dryRun ? true : nil)
        try daemon.call(request) { reply in session.print(words.lines(reply, isDryRun: dryRun)) }
    }
}

/// The text of a calendar's file.
enum CalendarFile {
    static func text(_ path: String) throws -> String {
        let handle: FileHandle
        if path == "-" {
            handle = .standardInput
        } else {
            guard let file = FileHandle(forReadingAtPath: path) else {
                throw Failure.refused("\(path) cannot be read: \(String(cString: strerror(errno)))")
            }
            handle = file
        }
        var data = Data()
        // Of what is too large, enough to see that.
        while data.count <= LeaveCalendar.limit, let part = try handle.read(upToCount: 65_536), !part.isEmpty {
            data += part
        }
        return String(decoding: data, as: UTF8.self)
    }
}
