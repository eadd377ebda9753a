import TestSupport
import Testing
import Time

@testable import ICalendar

/// Whatever a file holds, it is read to an end: no trap, no more steps than the budget, no more findings than people read.
@Suite("Any calendar")
struct CalendarPropertyTests {
    private func check(_ text: String, seed: UInt64) throws {
        var budget = ReadingBudget()
        let (events, findings) = CalendarReader(clock: try Occurrences.clock(), window: Occurrences.window)
            .read(text, &budget)
        #expect(budget.used <= ReadingBudget.steps + ReadingBudget.stepsOfRule, "seed \(seed)")
        #expect(findings.count <= 2 * CalendarFindings.kept + 3, "seed \(seed)")
        for event in events {
            for occurrence in event.occurrences {
                switch occurrence {
                case .days(let days): #expect(!days.isEmpty, "seed \(seed)")
                case .time(let start, let end): #expect(start <= end, "seed \(seed)")
                }
            }
        }
        // An error or an event: nothing disappears.
        #expect(!events.isEmpty || !findings.isEmpty || !text.uppercased().contains("BEGIN:VEVENT"), "seed \(seed)")
    }

    @Test("random bytes", .timeLimit(.minutes(2)))
    func bytes() throws {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 0...400, using: &random)
            let alphabet = Array("BEGIN:VCALENDAR\r\nEND VEVENT;=\"ZT0123456789,/-+\u{FEFF}é\0".utf8)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            try check(String(decoding: bytes, as: UTF8.self), seed: seed)
            let inside =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(String(decoding: bytes, as: UTF8.self))\nEND:VEVENT\nEND:VCALENDAR\n"
            try check(inside, seed: seed)
        }
    }

    @Test("real calendars with changes by chance", .timeLimit(.minutes(2)))
    func mutations() throws {
        for seed in 0..<4_000 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            guard let export = Exports.all.randomElement(using: &random) else { continue }
            var bytes = Array(export.text.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(UInt8(ascii: "9"), at: at)
                case 3: bytes.replaceSubrange(at..<min(at + 40, bytes.count), with: [])
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &random)
                    bytes.insert(contentsOf: bytes[from..<min(from + 60, bytes.count)], at: at)
                }
            }
            try check(String(decoding: bytes, as: UTF8.self), seed: seed)
        }
    }

    @Test("rules of any kind", .timeLimit(.minutes(3)))
    func rules() throws {
        let numbers = [
            "0", "1", "2", "-1", "7", "29", "30", "31", "53", "-53", "366", "-366", "999999999", "9999999999", "", "x",
        ]
        let names = [
            "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR",
            "BYMINUTE", "BYSECOND",
            "BYSETPOS", "WKST", "RSCALE", "FREQ", "X",
        ]
        for seed in 0..<1_200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].randomElement(using: &random) ?? ""
            var parts = ["FREQ=\(frequency)"]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                guard let name = names.randomElement(using: &random) else { continue }
                let values = (0..<Int.random(in: 1...4, using: &random)).map { _ -> String in
                    let number = numbers.randomElement(using: &random) ?? ""
                    if name == "BYDAY" || name == "WKST" { return (Bool.random(using: &random) ? number : "") + "MO" }
                    return name == "UNTIL" ? "2027\(number)" : number
                }
                parts.append("\(name)=\(values.joined(separator: ","))")
            }
            let start = ["00010101", "15821015", "19691231T235959Z", "20270426T100000", "99991231T235959Z"]
                .randomElement(using: &random)
            try check(
                Occurrences.calendar([["DTSTART:\(start ?? "")", "RRULE:\(parts.joined(separator: ";"))"]]), seed: seed)
        }
    }
}
