import ICalendar
import MajorAPI
import ShownText
import Time
import Wording

/// What a calendar says, and what of it is new.
struct LeaveImportText {
    private let time: TimeWords
    private let reading: LeaveReading
    private let clock: ServiceClock
    private let words: LeaveImportWords
    private let titles: [LeaveEntry.Identity: String]

    init(_ time: TimeWords, _ reading: LeaveReading, _ clock: ServiceClock) {
        self.time = time
        self.reading = reading
        self.clock = clock
        words = LeaveImportWords(time.language)
        titles = Dictionary(
            reading.leave.compactMap { leave in leave.title.map { (leave.identity, $0.shown) } },
            uniquingKeysWith: { one, _ in one })
    }

    /// What majord keeps of a calendar that cannot be read: nothing of its own texts.
    var failure: String {
        let errors = reading.errors
        guard let first = errors.first else { return "it cannot be read" }
        return errors.count == 1
            ? "there is an error in line \(first.line)"
            : "there are \(errors.count) errors, the first in line \(first.line)"
    }

    /// What is wrong.
    var unreadable: String {
        ([words.unreadable] + reading.errors.map { "  \(words.line($0.line)): \($0.text.shown)" })
            .joined(separator: "\n")
    }

    func lines(_ reply: CalendarAPI.Import.Reply, isDryRun: Bool) -> [String] {
        var lines = [
            words.summary(
                reply.agentName, new: count(reply, .new), changed: count(reply, .changed), gone: count(reply, .gone),
                same: reply.same, isDryRun: isDryRun)
        ]
        lines += reply.changes.map { change(_: $0, isDryRun) }
        let kept = reply.changes.filter { $0.what == .kept && $0.calendarFrom != nil }.compactMap(\.absence)
        if !kept.isEmpty { lines.append("  " + words.follow(kept)) }
        if !reply.gaps.isEmpty {
            lines.append(GapWords(time).headline(isOpen: false))
            lines += reply.gaps.map { gap in
                "  \(gap.clientName): \(time.stretch(from: gap.from, until: gap.until))\(gap.more.map { words.more($0) } ?? "")"
            }
            if let more = reply.moreClients { lines.append("  " + GapWords(time).more(clients: more)) }
        }
        lines += (reply.left ?? []).map { left in
            DeputyWords(time).left(
                left.deputyName, .init(agent: left.agentName, client: left.clientName), from: left.from,
                until: left.until, left.id,
                mayCancel: left.enteredBy != nil)
        }
        guard isDryRun else { return lines }
        lines += reading.others.map { other in
            let title = other.title.map { " `\($0.shown)`" } ?? ""
            return
                "  \(words.doesNotCount)\(title), \(time.time(clock.local(other.start)))\(other.count > 1 ? words.times(other.count) : ""): \(words.reason(other.reason.rawValue))"
        }
        if reading.cancelled > 0 { lines.append("  " + words.cancelled(reading.cancelled)) }
        lines += reading.findings.map { "  \(words.line($0.line)): \($0.text.shown)" }
        return lines
    }

    private func count(_ reply: CalendarAPI.Import.Reply, _ what: CalendarAPI.Change.What) -> Int {
        reply.changes.count { $0.what == what }
    }

    private func change(_ change: CalendarAPI.Change, _ isDryRun: Bool) -> String {
        let number =
            (change.absence.map { " \($0)" } ?? "") + (change.insteadOf.map { " \(words.insteadOf($0))" } ?? "")
        let identity = LeaveEntry.Identity(uid: change.uid, recurrence: change.recurrence)
        // The title is for who asks, and stays out of the journal of whoever fetches.
        let title = isDryRun ? titles[identity].map { " `\($0)`" } ?? "" : ""
        let head = "  \(words.word(change.what.word))\(number)\(title): "
        let period = time.period(from: change.from, until: change.until)
        let was = self.period(change.wasFrom, change.wasUntil).map { ", \(words.was($0))" } ?? ""
        guard change.what == .kept else { return head + period + was }
        guard let says = self.period(change.calendarFrom, change.calendarUntil).map(words.calendarSays) else {
            return head + "\(period)\(was), \(words.changedByHand); \(words.isGone)"
        }
        return head + (change.cancelled == true ? words.cancelledByHand : "\(period), \(words.changedByHand)")
            + "; \(says)"
    }

    private func period(_ from: String?, _ until: String?) -> String? {
        from.flatMap { from in until.map { time.period(from: from, until: $0) } }
    }
}
