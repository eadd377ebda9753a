import Foundation
import ICalendar
import Routing
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
            let clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
            let folder = FileManager.default.temporaryDirectory.appending(path: "majord-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let script = Programs.repository.appending(path: "Tests/EndToEnd/occurrences.py").path
            var calendars: [String] = []
            var tellers: [Running] = []
            // The package reads one part while the next is written.
            for part in 0..<Self.parts {
                let seeds = part * Self.count / Self.parts..<(part + 1) * Self.count / Self.parts
                let some = seeds.map { GeneratedCalendar(seed: UInt64($0), clock: clock).text }
                let file = folder.appending(path: "calendars-\(part)")
                try Data(some.map { $0 + "\0" }.joined().utf8).write(to: file)
                tellers.append(try Running(Programs.python, [script, file.path], folder: folder))
                calendars += some
            }
            var lines: [Substring] = []
            for teller in tellers {
                let told = try teller.ended(within: .seconds(240))
                try #require(told.status == 0, "\(told.errors)")
                lines += told.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            }
            try #require(lines.count == calendars.count)
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
