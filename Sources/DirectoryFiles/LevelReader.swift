import ICalendar
import Routing
import Time

/// Reads the service levels of `majord.yaml`.
struct LevelReader {
    enum Key: String, CaseIterable {
        case hours, closed, holidays
    }

    /// Where holiday files stand.
    let folder: String
    let source: FileSource
    let clock: ServiceClock
    let findings: Findings

    init(folder: String, _ source: FileSource, clock: ServiceClock, _ findings: Findings) {
        self.folder = folder
        self.source = source
        self.clock = clock
        self.findings = findings
    }

    func read(_ value: Value) -> [ServiceLevel] {
        guard let entries = value.entries() else { return [] }
        var holidays: [String: Holidays] = [:]
        var budget = ReadingBudget()
        return entries.compactMap { key, value in
            guard let name = Value(key.node, label: "level", file: key.file, findings).identifier(),
                let fields = Fields(value, Key.self)
            else { return nil }
            let hours = fields.required(.hours).flatMap(HoursReader.read) ?? WeeklyHours()
            let closed = fields[.closed]?.list()?.compactMap { $0.day() } ?? []
            var days = Holidays(days: Set(closed))
            if let file = fields[.holidays], let name = file.line() {
                let path = path(name)
                // Levels may share a file; what is wrong in it is said once.
                let read = holidays[path] ?? self.holidays(path, named: file, &budget)
                holidays[path] = read
                days.formUnion(read)
            }
            return ServiceLevel(name: name, hours: hours, closedDays: days.days, closures: days.closures)
        }
    }

    /// Where a holiday file stands, the same for each way to write it with `.` and empty parts.
    private func path(_ name: String) -> String {
        let isOutside = name.hasPrefix("/")
        let parts = name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        let path = isOutside ? "/\(parts)" : parts
        return isOutside ? path : "\(folder)/\(path)"
    }

    private func holidays(_ path: String, named value: Value, _ budget: inout ReadingBudget) -> Holidays {
        do throws(FileText.Failure) {
            // Some programs fold lines within a letter, or write names in another encoding: what counts is ASCII.
            let text = try source.text(path, limit: HolidayCalendar.limit, repairing: true)
            return HolidayCalendar(file: path, clock: clock, findings).read(text, &budget)
        } catch {
            value.error("`\(path)` \(error.text)")
            return Holidays()
        }
    }
}

/// Days and parts of days without service.
struct Holidays: Equatable {
    var days: Set<CalendarDay> = []
    var closures: Timeline = .never

    mutating func formUnion(_ other: Holidays) {
        // Levels that share a large file share its days.
        days = days.isEmpty ? other.days : days.union(other.days)
        closures = closures.union(other.closures)
    }
}
