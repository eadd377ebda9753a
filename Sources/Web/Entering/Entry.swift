import Foundation
import MajorAPI
import Sheets
import Time
import Wording

/// What somebody enters by a form, on majord's clock: what it asks of majord, and what came of it.
struct Entry {
    let line: DaemonLine
    let form: Form
    let context: PageContext
    let now: String
    let zone: String

    var time: TimeWords { TimeWords(context.language, at: now, in: zone) }
    var words: PageWords { context.words }

    init(_ line: DaemonLine, _ form: Form, _ context: PageContext) throws(AskingError) {
        self.line = line
        self.form = form
        self.context = context
        let status = try line.ask(RosterAPI.Status())
        (now, zone) = (status.now, status.timeZone)
    }

    func done(_ lines: [String], undo: [Notice.Offer] = []) -> Notice {
        Notice(lines: lines.map(\.capitalizingFirst), isDone: true, next: undo)
    }

    /// A form's field without which nothing can be done.
    func needed(_ name: String) throws(AskingError) -> String {
        guard let text = form[name] else { throw .mistyped(FormField.missing(name, words)) }
        return text
    }

    func day(_ name: String) throws(AskingError) -> CalendarDay? {
        guard let text = form[name] else { return nil }
        guard let day = CalendarDay(text: text) else { throw .mistyped(.noDay(text)) }
        return day
    }

    func clock(_ name: String) throws(AskingError) -> LocalTime? {
        guard let text = form[name] else { return nil }
        guard let time = LocalTime(written: text) else { throw .mistyped(.cannotRead(text)) }
        return time
    }

    /// The first day and the last, both included; without a last one it is the first.
    func days() throws(AskingError) -> (first: CalendarDay, last: CalendarDay) {
        guard let first = try day("from") else { throw .mistyped(FormField.missing("from", words)) }
        let last = try day("through") ?? first
        guard last >= first else {
            throw .mistyped(.backwards(first.spelled(in: context.language), last.spelled(in: context.language)))
        }
        guard first.advanced(by: 740) > last else { throw .mistyped(.tooLongAway) }
        return (first, last)
    }

    /// A moment of the service's clock.
    func moment(_ day: CalendarDay, _ time: LocalTime = .startOfDay) throws(AskingError) -> String {
        guard let zone = TimeZone(identifier: zone) else { throw .otherVersion }
        let clock = ServiceClock(zone)
        return clock.rfc3339(clock.instant(day, time))
    }

    /// What majord entered, and what follows of it.
    func told(_ entered: some EnteredReply, isOwn: Bool, cancel path: String) -> Notice {
        let lines = AbsenceText.confirmation(entered, isOwn: isOwn, time)
        let isRequest = entered.details?.request == true
        let deputyships = (entered.details?.deputyships ?? []).map(\.id).joined(separator: ",")
        let undo = Notice.Offer(
            action: isRequest ? "/me/withdraw" : path,
            fields: [(isRequest ? "request" : "absence", entered.absence.id)]
                + (deputyships.isEmpty ? [] : [("deputyships", deputyships)]), text: words.undo)
        let details = entered.details
        // What took the place of something else does not give it back when it is cancelled.
        guard details?.replaced.isEmpty != false else { return done(lines + [words.undoByHand]) }
        guard let before = details?.before else { return done(lines, undo: [undo]) }
        let absence = entered.absence
        guard (before.from, before.until, before.note) != (absence.from, absence.until, absence.note) else {
            return done(lines)
        }
        return done(lines, undo: restoring([before], on: isOwn ? "/me" : "/manage"))
    }
}
