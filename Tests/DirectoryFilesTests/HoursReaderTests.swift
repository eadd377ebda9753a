import Routing
import Testing
import Time

@testable import DirectoryFiles

@Suite("Hours, durations and dates in the files")
struct HoursReaderTests {
    @Test(
        "days are single, ranges and lists",
        arguments: [
            ("mon", [0]), ("mon-fri", [0, 1, 2, 3, 4]), ("mon,wed", [0, 2]), ("sat, sun", [5, 6]),
            ("fri-mon", [4, 5, 6, 0]),
            ("mon-tue,thu", [0, 1, 3]), ("mon-mon", [0]), ("", nil), ("mon-", nil), ("mon,,tue", nil), ("mon,mon", nil),
            ("mon-tue-wed", nil), ("Mon", nil), ("monday", nil), ("mon-fri,wed", nil),
        ] as [(String, [Int]?)])
    func weekdays(text: String, expected: [Int]?) {
        #expect(HoursReader.weekdays(text)?.map(\.rawValue) == expected)
    }

    @Test("every pair of times is read back, and only those that end after their start are hours")
    func times() {
        for from in stride(from: 0, through: 1_440, by: 35) {
            for until in stride(from: 0, through: 1_440, by: 45) {
                let text = "\(Self.written(from))-\(Self.written(until))"
                let range = HoursReader.range(text)
                #expect((range != nil) == (from < until), "\(text)")
                if let range {
                    #expect("\(range.from)-\(range.until)" == text)
                }
            }
        }
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "-", "07:30", "07:30-", "7-8", "07:60-08:00", "24:01-24:02", "25:00-26:00", "07:30-18:00-19:00",
            "07:3-18:00",
            "007:30-18:00", "+7:30-18:00", "07:30–18:00",
        ])
    func badTimes(text: String) {
        #expect(HoursReader.range(text) == nil)
    }

    @Test("every duration is read back in its shortest form")
    func durations() {
        for count in [1, 7, 59, 60, 61, 3_599, 3_600, 86_399, 86_400, 90_000, 34_560_000] {
            let duration = Milliseconds.seconds(count)
            #expect(Milliseconds(written: duration.written) == duration, "\(duration.written)")
        }
        #expect(Milliseconds(written: "400d") == .days(400))
        #expect(Milliseconds(written: "090m") == .minutes(90))
    }

    @Test(
        "what is no duration is refused",
        arguments: ["", "s", "20", "-1s", "+1s", "1.5h", "20 s", "20S", "1w", "9999999999d", "２0s"])
    func badDurations(text: String) {
        #expect(Milliseconds(written: text) == nil)
    }

    @Test("dates are ISO 8601's")
    func dates() {
        for days in stride(from: 10_000, to: 60_000, by: 37) {
            let day = CalendarDay(daysSince1970: days)
            #expect(CalendarDay(iso: day.description) == day)
        }
        for text in [
            "", "2026-2-1", "26-02-01", "2026-02-30", "2026/02/01", "2026-02-01T00:00", "-026-02-01", "01-02-2026",
        ] {
            #expect(CalendarDay(iso: text) == nil, "\(text)")
        }
    }

    private static func written(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
