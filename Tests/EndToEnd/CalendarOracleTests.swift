import Foundation
import ICalendar
import Routing
import TestSupport
import Testing
import Time

extension EndToEnd {
    /// Calendars as PyPI's `recurring-ical-events` reads them, which nobody here wrote.
    @Suite("Generated calendars")
    struct CalendarOracleTests {
        private static let count = 10_200
        private static let parts = 6

        @Test("every calendar has the occurrences that recurring-ical-events tells", .timeLimit(.minutes(5)))
        func occurrences() throws {
            let clock = ServiceClock(amsterdam)
            let (calendars, lines) = try Self.told("occurrences", Self.count) {
                GeneratedCalendar(seed: $0, clock: clock).text
            }
            var withOccurrences = 0
            var differing: [String] = []
            for (seed, (calendar, line)) in zip(calendars, lines).enumerated() {
                let (events, findings) = CalendarReader(clock: clock, window: GeneratedCalendar.window).read(calendar)
                let own = Set(events.flatMap(\.occurrences).compactMap { Self.text($0, clock) }).sorted()
                if !own.isEmpty { withOccurrences += 1 }
                let errors = findings.filter { $0.severity == .error }.map(\.text)
                guard errors.isEmpty, own.joined(separator: " ") == line else {
                    let theirs = Set(line.split(separator: " ").map(String.init))
                    let more = theirs.subtracting(own).sorted().prefix(3)
                    let less = Set(own).subtracting(theirs).sorted().prefix(3)
                    differing.append("seed \(seed) \(errors): missing \(more), too many \(less)\n\(calendar)")
                    continue
                }
            }
            #expect(differing.isEmpty, "\(differing.count) differ:\n\(differing.prefix(5).joined(separator: "\n"))")
            // A generator of calendars that mean nothing would prove nothing.
            #expect(withOccurrences > Self.count * 3 / 4)
        }

        @Test(
            "every agent's calendar has the leave that the same rules find in what recurring-ical-events tells",
            .timeLimit(.minutes(5)))
        func leave() throws {
            let clock = ServiceClock(amsterdam)
            let count = 2_400
            let now = at("2024-01-01 00:00")
            let (calendars, lines) = try Self.told("leave", count) {
                GeneratedCalendar(seed: 1_000_000 + $0, clock: clock).marked(seed: $0)
            }
            let end = at("2026-01-01 00:00")
            var (withLeave, withOthers) = (0, 0)
            var differing: [String] = []
            for (seed, (calendar, line)) in zip(calendars, lines).enumerated() {
                let reading = LeaveCalendar(clock: clock, now: now).read(calendar)
                let own = Set(
                    reading.leave.map(\.interval).filter { $0.start >= now && $0.start < end }.map {
                        "\($0.start.milliseconds / 1_000)/\($0.end.milliseconds / 1_000)"
                    }
                ).sorted()
                if !own.isEmpty { withLeave += 1 }
                if !reading.others.isEmpty { withOthers += 1 }
                // A generated series may be more than anybody's leave.
                let errors = reading.errors.map(\.text).filter { !$0.contains("stretches of leave") }
                guard errors.isEmpty, own.joined(separator: " ") == line else {
                    differing.append("seed \(seed) \(errors): \(own.prefix(5)), not \(line.prefix(120))\n\(calendar)")
                    continue
                }
            }
            #expect(differing.isEmpty, "\(differing.count) differ:\n\(differing.prefix(5).joined(separator: "\n"))")
            #expect(withLeave > count / 4)
            #expect(withOthers > count / 4)
        }

        /// Calendars of seeds from 0 on, and a line that the script tells about each.
        private static func told(
            _ what: String, _ count: Int, _ calendar: (UInt64) -> String
        ) throws -> (calendars: [String], lines: [Substring]) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "majord-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let script = Programs.repository.appending(path: "Tests/EndToEnd/occurrences.py").path
            var calendars: [String] = []
            var tellers: [Running] = []
            // The package reads one part while the next is written.
            for part in 0..<Self.parts {
                let seeds = part * count / Self.parts..<(part + 1) * count / Self.parts
                let some = seeds.map { calendar(UInt64($0)) }
                let file = folder.appending(path: "calendars-\(part)")
                try Data(some.map { $0 + "\0" }.joined().utf8).write(to: file)
                tellers.append(try Running(Programs.python, [script, what, file.path], folder: folder))
                calendars += some
            }
            var lines: [Substring] = []
            for teller in tellers {
                let told = try teller.ended(within: .seconds(240))
                try #require(told.status == 0, "\(told.errors)")
                lines += told.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            }
            try #require(lines.count == calendars.count)
            return (calendars, lines)
        }

        @Test("a feed is read by PyPI's icalendar as it was meant", .timeLimit(.minutes(1)))
        func feed() throws {
            let clock = ServiceClock(amsterdam)
            var random = SeededGenerator(seed: 5)
            let characters: [Character] = Array("ab ,;:\\\"\n\tëé漢👩‍💻'=<>&%#") + ["e\u{301}", "\u{AD}"]
            func text(_ most: Int) -> String {
                var text = ""
                for _ in 0..<Int.random(in: 1...most, using: &random) {
                    text.append(characters.randomElement(using: &random) ?? "a")
                }
                return text
            }
            let events = try (0..<400).map { number in
                let start = at("2027-01-01 00:00").advanced(by: .minutes(Int.random(in: 0...1_000_000, using: &random)))
                let first = clock.day(of: start)
                let time = Interval(
                    from: start, until: start.advanced(by: .minutes(Int.random(in: 1...9_000, using: &random))))
                return FeedEvent(
                    uid: "\(number)@majord.example",
                    when: number.isMultiple(of: 2)
                        ? .days(first..<first.advanced(by: Int.random(in: 1...30, using: &random)))
                        : .time(try #require(time)),
                    summary: text(120), description: number.isMultiple(of: 3) ? nil : text(400))
            }
            let feed = CalendarWriter(product: "majord", name: text(90), made: at("2026-11-26 10:00")).text(events)
            let (_, lines) = try Self.told("feed", Self.parts) {
                $0 == 0 ? feed : CalendarWriter(product: "majord", name: "", made: at("2026-11-26 10:00")).text([])
            }
            let told = try JSONDecoder().decode([[String?]].self, from: Data(lines[0].utf8))
            try #require(told.count == events.count)
            for (told, event) in zip(told, events) {
                let (start, end) =
                    switch event.when {
                    case .days(let days): ("\(days.lowerBound)", "\(days.upperBound)")
                    case .time(let time): ("\(time.start.milliseconds / 1_000)", "\(time.end.milliseconds / 1_000)")
                    }
                #expect(told == [event.uid, start, end, event.summary, event.description])
            }
        }

        /// As the script writes an occurrence; nil where it begins outside the window.
        private static func text(_ occurrence: CalendarEvent.Occurrence, _ clock: ServiceClock) -> String? {
            switch occurrence {
            case .days(let days):
                guard GeneratedCalendar.window.contains(days.lowerBound) else { return nil }
                return "\(days.lowerBound)/\(days.upperBound)"
            case .time(let start, let end):
                guard GeneratedCalendar.window.contains(clock.day(of: start)) else { return nil }
                return "\(start.milliseconds / 1_000)/\(end.milliseconds / 1_000)"
            }
        }
    }
}
