import CLibical
import Routing
import Synchronization

/// Reads public holidays from an iCalendar file (RFC 5545) with libical.
struct HolidayCalendar {
    /// Files larger than this are refused: 4 MiB.
    static let limit = 4 * 1_048_576
    /// The years over which repeating events are spread out.
    static let years = 2000...2099
    /// How many days and times all events of a file may have together.
    static let maximumOccurrences = 100_000

    let file: String
    let clock: ServiceClock
    let findings: Findings

    /// libical keeps its time zones and its last error in globals.
    private static let lock = Mutex(())

    init(file: String, clock: ServiceClock, _ findings: Findings) {
        self.file = file
        self.clock = clock
        self.findings = findings
    }

    /// The days and times of all events; what is wrong is a finding.
    func read(_ text: String) -> Holidays {
        Self.lock.withLock { _ in
            icalerror_set_errors_are_fatal(0)
            guard !text.utf8.contains(0), isWhole(text), let calendar = icalparser_parse_string(text) else {
                error("is no iCalendar file from BEGIN:VCALENDAR to END:VCALENDAR")
                return Holidays()
            }
            defer { icalcomponent_free(calendar) }
            var holidays = Holidays()
            var closures: [Interval] = []
            var budget = Self.maximumOccurrences
            read(calendar, &holidays.days, &closures, &budget)
            holidays.closures = Timeline(closures)
            return holidays
        }
    }

    /// libical takes a file that was cut short for a whole one.
    private func isWhole(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline)
        func isLine(_ line: Substring?, _ expected: String) -> Bool {
            line?.trimmingPrefix("\u{FEFF}").uppercased().split(separator: " ").first.map(String.init) == expected
        }
        return isLine(lines.first, "BEGIN:VCALENDAR") && isLine(lines.last, "END:VCALENDAR")
    }

    private func read(
        _ component: OpaquePointer, _ days: inout Set<CalendarDay>, _ closures: inout [Interval], _ budget: inout Int
    ) {
        reportErrors(of: component)
        var next = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT)
        while let child = next {
            if icalcomponent_isa(child) == ICAL_VEVENT_COMPONENT {
                reportErrors(of: child)
                let event = HolidayEvent(child, calendar: self)
                event.read(&days, &closures, &budget)
            } else if icalcomponent_isa(child) != ICAL_VTIMEZONE_COMPONENT {
                read(child, &days, &closures, &budget)
            }
            next = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)
        }
    }

    /// libical puts what it could not read into properties of its own.
    private func reportErrors(of component: OpaquePointer) {
        var next = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY)
        while let property = next {
            error(icalproperty_get_xlicerror(property).map { "is malformed: \(String(cString: $0))" } ?? "is malformed")
            next = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)
        }
    }

    func error(_ text: String) {
        findings.error(at: Place(file: file), text)
    }
}
