import ICalendar
import Routing
import Time

/// Reads the service levels of `majord.yaml`.
struct LevelReader {
    enum Key: String, CaseIterable {
        case hours, closed, holidays
        case answerWithin = "answer_within"
        case closeWithin = "close_within"
    }

    enum AnswerKey: String, CaseIterable {
        case share, seconds
    }

    enum CloseKey: String, CaseIterable {
        case incident, request

        var kind: Case.Kind {
            switch self {
            case .incident: .incident
            case .request: .request
            }
        }
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
                let path = Self.holidayFile(name, in: folder)
                // Levels may share a file; what is wrong in it is said once.
                let read = holidays[path] ?? self.holidays(path, named: file, &budget)
                holidays[path] = read
                days.formUnion(read)
            }
            return ServiceLevel(
                name: name, hours: hours, closedDays: days.days, closures: days.closures, holidayNames: days.names,
                answerWithin: fields[.answerWithin].flatMap(answerTarget),
                closeWithin: fields[.closeWithin].map { closeTargets($0, hours) } ?? [:])
        }
    }

    private func answerTarget(_ value: Value) -> ServiceLevel.AnswerTarget? {
        guard let fields = Fields(value, AnswerKey.self) else { return nil }
        let share = fields.required(.share)?.integer(in: 1...100)
        let seconds = fields.required(.seconds)?.integer(in: 1...3_600)
        guard let share, let seconds else { return nil }
        return ServiceLevel.AnswerTarget(share: share, seconds: seconds)
    }

    private func closeTargets(_ value: Value, _ hours: WeeklyHours) -> [Case.Kind: Milliseconds] {
        guard let fields = Fields(value, CloseKey.self) else { return [:] }
        var targets: [Case.Kind: Milliseconds] = [:]
        for key in CloseKey.allCases { targets[key.kind] = fields[key].flatMap { serviceTime($0, hours) } }
        return targets
    }

    /// A length of service time. People who write days mean days of service, not 24 hours of it.
    private func serviceTime(_ value: Value, _ hours: WeeklyHours) -> Milliseconds? {
        guard let length = value.duration(in: .minutes(1)...(.days(365))), let unit = value.scalar()?.last else {
            return nil
        }
        guard "dy".contains(unit), let day = hours.averageDay else { return length }
        return Milliseconds(length.count / Milliseconds.days(1).count * day.count)
    }

    /// Where a holiday file stands, the same for each way to write it with `.` and empty parts.
    static func holidayFile(_ name: String, in folder: String) -> String {
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
    /// What whole days are called, where they are.
    var names: [CalendarDay: String] = [:]

    mutating func formUnion(_ other: Holidays) {
        // Levels that share a large file share its days.
        days = days.isEmpty ? other.days : days.union(other.days)
        closures = closures.union(other.closures)
        names = names.isEmpty ? other.names : names.merging(other.names) { first, _ in first }
    }
}
