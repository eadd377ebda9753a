import TestSupport
import Testing
import Time

@testable import ICalendar

@Suite("Leave that a calendar brought before")
struct LeaveComparisonTests {
    /// An absence as a table writes it: number, UID, days as the calendar said, and as it is by now (`cancelled`, or days).
    struct Before: Sendable {
        let id: Int64
        let uid: String
        let read: ClosedRange<Int>
        let current: ClosedRange<Int>?

        init(_ id: Int64, _ uid: String, _ read: ClosedRange<Int>, _ current: ClosedRange<Int>?) {
            (self.id, self.uid, self.read, self.current) = (id, uid, read, current)
        }

        init(_ id: Int64, _ uid: String, _ days: ClosedRange<Int>) { self.init(id, uid, days, days) }
    }

    /// It is noon on 10 December.
    private static let now = at("2026-12-10 12:00")

    private static func interval(_ days: ClosedRange<Int>) -> Interval? {
        func start(_ day: Int) -> Instant {
            LeaveText.clock.instant(CalendarDay(daysSince1970: 20_787 + day), .startOfDay)
        }
        return Interval(from: start(days.lowerBound), until: start(days.upperBound + 1))
    }

    private static func reading(_ events: [(String, ClosedRange<Int>)]) -> LeaveReading {
        func date(_ day: Int) -> String { CalendarText.date(CalendarDay(daysSince1970: 20_787 + day)) }
        let text = Occurrences.calendar(
            events.map { uid, days in
                [
                    "UID:\(uid)", "DTSTART;VALUE=DATE:\(date(days.lowerBound))",
                    "DTEND;VALUE=DATE:\(date(days.upperBound + 1))",
                ]
            })
        return LeaveText.read(text, now: now)
    }

    private static func compare(
        _ before: [Before], _ events: [(String, ClosedRange<Int>)], following: Set<Int64> = []
    ) throws(LeaveComparison.NoEvents) -> String {
        let known = before.compactMap { before in
            interval(before.read).map {
                ImportedLeave(
                    id: before.id, identity: LeaveEntry.Identity(uid: before.uid, recurrence: nil), read: $0,
                    current: before.current.flatMap(interval))
            }
        }
        let reading = reading(events)
        let result = try LeaveComparison(
            reading.leave.map(\.entry), events: reading.events, before: known, following: following, now: now)
        let words =
            result.new.map { "new \($0.identity.uid)" }
            + result.changed.map { "changed \($0.before.id) \($0.after.identity.uid)" }
            + result.gone.map { "gone \($0.id)" } + result.same.map { "same \($0.id)" }
            + result.kept.map { kept in "kept \(kept.before.id)" + (kept.after.map { " \($0.identity.uid)" } ?? "") }
        #expect(result.isEmpty == (result.same.count + result.kept.count == words.count))
        return words.joined(separator: ", ")
    }

    @Test("days of the tables are those of December 2026")
    func calendar() {
        #expect(Self.interval(10...10)?.contains(Self.now) == true)
    }

    @Test(
        "is new, changed, gone or the same",
        arguments: [
            ([], [("a", 20...24)], "new a"),
            ([Before(1, "a", 20...24)], [("a", 20...24)], "same 1"),
            ([Before(1, "a", 20...24)], [("a", 20...25)], "changed 1 a"),
            ([Before(1, "a", 20...24)], [("b", 27...27)], "new b, gone 1"),
            ([Before(1, "a", 20...24)], [("a", 20...24), ("b", 27...27)], "new b, same 1"),
            // It goes on by now.
            ([Before(1, "a", 8...12)], [("a", 8...12)], "same 1"),
            ([Before(1, "a", 8...12)], [("a", 8...14)], "changed 1 a"),
            ([Before(1, "a", 8...12)], [("b", 27...27)], "new b, gone 1"),
            // Over by now: the calendar may have forgotten it, or not.
            ([Before(1, "a", 1...9)], [("a", 1...9)], ""),
            ([Before(1, "a", 1...9)], [("b", 27...27)], "new b"),
            ([], [("a", 1...9)], ""),
            // It was over, and the calendar goes on with it after all.
            ([Before(1, "a", 1...9)], [("a", 1...12)], "changed 1 a"),
            // The calendar says that it ended the day before yesterday: he is back.
            ([Before(1, "a", 8...12)], [("a", 8...8)], "gone 1"),
        ])
    func table(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        #expect(try Self.compare(before, events) == result)
    }

    @Test(
        "what people changed by hand stays, whatever the calendar says",
        arguments: [
            // Cancelled before it began.
            ([Before(1, "a", 20...24, nil)], [("a", 20...24)], "kept 1 a"),
            ([Before(1, "a", 20...24, nil)], [("a", 21...24)], "kept 1 a"),
            ([Before(1, "a", 20...24, nil)], [("b", 27...27)], "new b"),
            // Back early.
            ([Before(1, "a", 8...12, 8...9)], [("a", 8...12)], "kept 1 a"),
            ([Before(1, "a", 8...12, 8...9)], [("a", 8...14)], "kept 1 a"),
            ([Before(1, "a", 8...12, 8...9)], [("b", 27...27)], "new b"),
            // Made longer, or moved.
            ([Before(1, "a", 8...12, 8...20)], [("a", 8...12)], "kept 1 a"),
            ([Before(1, "a", 8...12, 8...20)], [("a", 8...13)], "kept 1 a"),
            ([Before(1, "a", 8...12, 8...20)], [("b", 27...27)], "new b, kept 1"),
            ([Before(1, "a", 20...24, 21...24)], [("a", 20...24)], "kept 1 a"),
            // The calendar says the same by now, or he has given it the calendar's times again.
            ([Before(1, "a", 20...24, 20...25)], [("a", 20...25)], "same 1"),
            ([Before(1, "a", 20...24, 20...24)], [("a", 20...25)], "changed 1 a"),
        ])
    func byHand(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        #expect(try Self.compare(before, events) == result)
    }

    @Test(
        "of several events of one UID those that stay at their times are the same, however many there are beside them",
        arguments: [
            // What a person changed or cancelled is not taken for another event, when the first of them has gone or one has come before it.
            ([Before(1, "a", 15...16, 15...15), Before(2, "a #2", 20...21)], [("a", 20...21)], "same 2, kept 1"),
            ([Before(1, "a", 15...16, nil), Before(2, "a #2", 20...21)], [("a", 20...21)], "same 2"),
            (
                [Before(1, "a", 15...16), Before(2, "a #2", 20...21, 20...20)],
                [("a", 12...13), ("a", 15...16), ("a", 20...21)], "new a, same 1, kept 2 a #3"
            ),
            ([Before(1, "a", 15...16), Before(2, "a #2", 20...21)], [("a", 20...21)], "gone 1, same 2"),
            // Read once more after that: both have the name by now.
            (
                [Before(1, "a", 15...16), Before(2, "a #2", 20...21, 20...20), Before(3, "a", 12...13)],
                [("a", 12...13), ("a", 15...16), ("a", 20...21)], "same 3, same 1, kept 2 a #3"
            ),
        ])
    func severalOfOne(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        #expect(try Self.compare(before, events) == result)
    }

    @Test(
        "leave that is there twice, as after it was given to somebody who has it from his calendar, too, goes and moves with its event",
        arguments: [
            ([Before(1, "a", 20...24), Before(3, "a", 20...24)], [("a", 20...24)], "gone 1, same 3"),
            ([Before(1, "a", 20...24), Before(3, "a", 20...24)], [("a", 27...28)], "changed 3 a, gone 1"),
            ([Before(1, "a", 20...24), Before(3, "a", 20...24)], [("b", 27...27)], "new b, gone 1, gone 3"),
            ([Before(1, "a", 20...24, 20...20), Before(3, "a", 20...24)], [("a", 20...24)], "same 3, kept 1"),
            ([Before(1, "a", 20...24, nil), Before(3, "a", 20...24)], [("a", 20...24)], "same 3"),
        ])
    func twice(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        #expect(try Self.compare(before, events) == result)
    }

    @Test(
        "what people changed by hand follows the calendar again where they ask for it",
        arguments: [
            ([Before(1, "a", 20...24, nil)], [("a", 20...24)], "changed 1 a"),
            ([Before(1, "a", 8...12, 8...9)], [("a", 8...12)], "changed 1 a"),
            ([Before(1, "a", 8...12, 8...20)], [("b", 27...27)], "new b, gone 1"),
            (
                [Before(1, "a", 20...24, nil), Before(2, "b", 20...24, nil)], [("a", 20...24), ("b", 20...24)],
                "changed 1 a, kept 2 b"
            ),
            ([Before(1, "a", 20...24)], [("a", 20...24)], "same 1"),
            // It is when the calendar says already.
            ([Before(1, "a", 20...24, 20...25)], [("a", 20...25)], "same 1"),
        ])
    func following(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        #expect(try Self.compare(before, events, following: [1]) == result)
    }

    @Test(
        "a calendar that gives everything a new UID changes nothing by that",
        arguments: [
            ([Before(1, "a", 20...24)], [("x", 20...24)], "same 1"),
            ([Before(1, "a", 20...24, nil)], [("x", 20...24)], "kept 1 x"),
            (
                [Before(1, "a", 20...24), Before(2, "b", 20...24)], [("x", 20...24), ("b", 27...27)],
                "same 1, changed 2 b"
            ),
            ([Before(1, "a", 20...24), Before(2, "b", 26...27)], [("a", 26...27)], "changed 1 a, gone 2"),
        ])
    func renamed(before: [Before], events: [(String, ClosedRange<Int>)], result: String) throws {
        let words = try Self.compare(before, events)
        #expect(Set(words.split(separator: ", ")) == Set(result.split(separator: ", ")))
    }

    @Test("a calendar without any event changes nothing where some were to come")
    func empty() throws {
        #expect(throws: LeaveComparison.NoEvents(expected: 1)) {
            try Self.compare([Before(1, "a", 20...24), Before(2, "b", 1...9)], [])
        }
        #expect(try Self.compare([], []) == "")
        #expect(try Self.compare([Before(2, "b", 1...9), Before(3, "c", 20...24, nil)], []) == "")
        // Somebody has cancelled the last of his leave; old events show that it is the calendar.
        #expect(try Self.compare([Before(1, "a", 20...24)], [("b", 1...9)]) == "gone 1")
    }
}
