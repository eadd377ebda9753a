import ICalendar
import Routing
import Time

/// Reads public holidays from an iCalendar file: every event that is not cancelled closes, also one that takes up nobody's time
/// (TRANSP:TRANSPARENT), which is how Google and Apple write holidays.
struct HolidayCalendar {
    /// Files larger than this are refused: 4 MiB.
    static let limit = 4 * 1_048_576
    /// The years over which repeating events are spread out.
    static let years = 2000...2099
    /// How many days all events of a file may have together.
    static let maximumDays = 100_000

    let file: String
    let clock: ServiceClock
    let findings: Findings

    init(file: String, clock: ServiceClock, _ findings: Findings) {
        self.file = file
        self.clock = clock
        self.findings = findings
    }

    private static let window: ClosedRange<CalendarDay> = {
        let first = CalendarDay.daysSince1970(year: years.lowerBound, month: 1, day: 1) ?? 0
        let last = CalendarDay.daysSince1970(year: years.upperBound, month: 12, day: 31) ?? 0
        return CalendarDay(daysSince1970: first)...CalendarDay(daysSince1970: last)
    }()

    /// The days and times of all events; what is wrong is a finding with its line.
    ///
    /// - Parameter budget: Of all holiday files of a directory together.
    func read(_ text: String, _ budget: inout ReadingBudget) -> Holidays {
        let (events, found) = CalendarReader(clock: clock, window: Self.window).read(text, &budget)
        for finding in found {
            let place = Place(file: file, line: finding.line)
            switch finding.severity {
            case .error: findings.error(at: place, finding.text)
            case .warning: findings.warning(at: place, finding.text)
            }
        }
        if events.isEmpty, !found.contains(where: { $0.severity == .error }) {
            findings.error(at: Place(file: file), "holds no event; fill it, or leave `holidays` out")
        }
        var holidays = Holidays()
        var closures: [Interval] = []
        var left = Self.maximumDays
        for event in events {
            guard add(event, &holidays, &closures, &left, &budget) else {
                error(
                    event,
                    left < 0
                        ? "lasts too many days; the file's events may take \(Self.maximumDays) together"
                        : "lasts too many days for all holiday files together; leave old events out, and let rules end (UNTIL)"
                )
                break
            }
        }
        holidays.closures = Timeline(closures)
        return holidays
    }

    /// False where the days are too many.
    private func add(
        _ event: CalendarEvent, _ holidays: inout Holidays, _ closures: inout [Interval], _ left: inout Int,
        _ budget: inout ReadingBudget
    ) -> Bool {
        var isEmpty = false
        for occurrence in event.occurrences {
            switch occurrence {
            case .days(let range):
                let first = max(range.lowerBound, Self.window.lowerBound).daysSince1970
                let end = min(range.upperBound, Self.window.upperBound.advanced(by: 1)).daysSince1970
                left -= end - first
                guard left >= 0, budget.spend(end - first) else { return false }
                for day in first..<end {
                    let day = CalendarDay(daysSince1970: day)
                    holidays.days.insert(day)
                    if let name = event.summary, holidays.names[day] == nil { holidays.names[day] = name }
                }
            case .time(let start, let end):
                if let interval = Interval(from: start, until: end) {
                    closures.append(interval)
                } else {
                    isEmpty = true
                }
            }
        }
        if isEmpty { error(event, "takes no time: give it an end (DTEND) after its start, or write it as a whole day") }
        return true
    }

    private func error(_ event: CalendarEvent, _ text: String) {
        let name = event.summary.map { " `\($0.prefix(64))`" } ?? ""
        findings.error(at: Place(file: file, line: event.line), "event\(name) \(text)")
    }
}
