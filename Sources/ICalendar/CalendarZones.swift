import Foundation
import Time

/// The clocks that a calendar's values name (TZID), each compiled once.
///
/// IANA's and Windows' names have the system's rules, also where the file has a definition of its own (VTIMEZONE), which is often wrong
/// or covers a few years. Other names have the file's.
struct CalendarZones {
    /// Of times without a zone.
    let service: ServiceClock
    private let definitions: [String: Component]
    private var known: [String: ServiceClock?] = [:]

    init(service: ServiceClock, definitions: [Component]) {
        self.service = service
        self.definitions = Dictionary(
            definitions.compactMap { zone in zone.first("TZID").map { ($0.value.trimmed, zone) } },
            uniquingKeysWith: { $1 })
    }

    /// - Parameter name: What TZID says.
    mutating func clock(_ name: String, line: Int, _ budget: inout ReadingBudget) throws(Unusable) -> ServiceClock {
        guard name.utf8.count <= 255 else { throw Self.unknown(name, line) }
        let name = name.trimmed
        if let clock = known[name] {
            guard let clock else { throw Self.unknown(name, line) }
            return clock
        }
        guard known.count < ReadingBudget.zones else {
            throw Unusable(
                line, "names the \(known.count + 1)th time zone; a file may have \(ReadingBudget.zones)",
                endsReading: true)
        }
        try budget.take(ReadingBudget.stepsOfZone, line: line)
        known[name] = .some(nil)
        let clock: ServiceClock
        if let zone = ZoneNames.certain(name) {
            clock = ServiceClock(zone)
        } else if let definition = definitions[name] {
            clock = try ZoneDefinition(definition).clock(named: name, &budget)
        } else if let zone = ZoneNames.likely(name) {
            clock = ServiceClock(zone)
        } else {
            throw Self.unknown(name, line)
        }
        known[name] = clock
        return clock
    }

    private static func unknown(_ name: String, _ line: Int) -> Unusable {
        Unusable(
            line,
            "no time zone \(quoted(name)) is known, and the file has none of that name (VTIMEZONE); write one such as Europe/Amsterdam"
        )
    }
}

extension StringProtocol {
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
