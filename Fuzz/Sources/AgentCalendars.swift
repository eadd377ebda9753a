import Foundation
import ICalendar
import Time

/// What an agent's calendar says about his leave.
enum AgentCalendars {
    private static let clock = ServiceClock(TimeZone(identifier: "Europe/Amsterdam") ?? .gmt)
    private static let now = Instant(clamping: 1_795_683_600_000)

    static func leave(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let some = read(text, all: false)
        let all = read(text, all: true)
        guard some.errors.isEmpty, all.errors.isEmpty else { return }
        let times = Set(all.leave.map(\.interval))
        precondition(some.leave.allSatisfy { times.contains($0.interval) }, "more is less")
        feed(all)
    }

    private static func read(_ text: String, all: Bool) -> LeaveReading {
        let reading = LeaveCalendar(clock: clock, now: now, all: all).read(text)
        var last = Instant.earliest
        for leave in reading.leave {
            precondition(leave.interval.end > now, "leave is over")
            precondition(leave.interval.start >= last, "leave is out of order")
            last = leave.interval.start
        }
        precondition(Set(reading.leave.map(\.identity)).count == reading.leave.count, "two have one identity")
        let before = reading.leave.enumerated().map { index, leave in
            ImportedLeave(id: Int64(index), identity: leave.identity, read: leave.interval, current: leave.interval)
        }
        let entries = reading.leave.map(\.entry)
        if let again = try? LeaveComparison(entries, events: reading.events, before: before, now: now) {
            precondition(again.isEmpty, "read twice it is another calendar")
        }
        return reading
    }

    /// What is written is read as it was meant, and is nobody's leave.
    private static func feed(_ reading: LeaveReading) {
        let events = reading.leave.prefix(100).enumerated().map { index, leave in
            FeedEvent(
                uid: "\(index)", when: leave.days.map { .days($0) } ?? .time(leave.interval),
                summary: leave.title ?? "", description: leave.identity.uid)
        }
        let text = CalendarWriter(product: "fuzz", name: reading.leave.first?.title ?? "", made: now).text(events)
        precondition(text.utf8.split(separator: 10).allSatisfy { $0.count <= 76 }, "a line is too long")
        let again = LeaveCalendar(clock: clock, now: now, all: true).read(text)
        precondition(again.findings.isEmpty && again.leave.isEmpty, "a feed is somebody's leave")
        precondition(again.events == events.count, "a feed has other events")
    }
}
