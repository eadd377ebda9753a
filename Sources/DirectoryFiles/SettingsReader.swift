import Foundation
import Numbering
import Routing
import Time

/// What `majord.yaml` says, as far as it could be read.
struct Settings {
    var region = "NL"
    /// Nil when the region is unknown: then numbers cannot be read.
    var numbers: NumberReader?
    var timeZone: TimeZone?
    /// The exclusive numbers with their places.
    var exclusive: [(number: PhoneNumber, place: Place)] = []
    var ring = Milliseconds.seconds(20)
    var whenBusy = Directory.WhenBusy.backup
    var maxCall = Milliseconds.hours(4)
    var overflow: Overflow?
    var levels: [ServiceLevel] = []
    var capacity = Capacity()
    var retention = Directory.Retention()
    var logNumbers = Directory.LogNumbers.masked
    var language = Language.en

    /// The directory of these settings; nil where something that every directory needs is absent.
    func directory(agents: [Agent], clients: [Client]) -> Directory? {
        guard let timeZone, let overflow else { return nil }
        return Directory(
            region: region, timeZone: timeZone, exclusiveNumbers: exclusive.map(\.number), ring: ring,
            whenBusy: whenBusy, maxCall: maxCall, overflow: overflow, levels: levels, capacity: capacity,
            retention: retention, logNumbers: logNumbers, language: language, agents: agents, clients: clients)
    }
}

/// Reads `majord.yaml`.
struct SettingsReader {
    enum Key: String, CaseIterable {
        case region
        case timeZone = "time_zone"
        case exclusiveNumbers = "exclusive_numbers"
        case ring
        case whenBusy = "when_busy"
        case maxCall = "max_call"
        case overflow, levels, capacity, retention
        case logNumbers = "log_numbers"
        case languages
        case agents, clients
    }

    private enum CapacityKey: String, CaseIterable {
        case large, small
    }

    private enum RetentionKey: String, CaseIterable {
        case calls, numbers
    }

    /// How long a phone may be told to ring.
    static let ringTimes = Milliseconds.seconds(1)...Milliseconds.minutes(10)

    let findings: Findings
    private let fields: Fields<Key>
    private let now: Instant

    /// - Parameter now: The instant from which on clocks are to have summer time.
    init(_ fields: Fields<Key>, now: Instant, _ findings: Findings) {
        self.fields = fields
        self.now = now
        self.findings = findings
    }

    /// - Parameters:
    ///   - folder: Where the files that the settings name stand.
    ///   - source: What they are read from.
    func read(folder: String, _ source: FileSource) -> Settings {
        var settings = Settings()
        settings.region = fields[.region]?.scalar() ?? settings.region
        settings.numbers = numberReader(settings.region)
        settings.timeZone = fields.required(.timeZone).flatMap(timeZone)
        settings.exclusive = exclusiveNumbers(settings.numbers)
        settings.ring = fields[.ring]?.duration(in: Self.ringTimes) ?? settings.ring
        settings.whenBusy = fields[.whenBusy]?.word() ?? settings.whenBusy
        settings.maxCall = fields[.maxCall]?.duration(in: .minutes(1)...(.days(7))) ?? settings.maxCall
        settings.overflow = fields.required(.overflow).flatMap(overflow)
        settings.capacity = fields[.capacity].flatMap(capacity) ?? settings.capacity
        settings.retention = fields[.retention].flatMap(retention) ?? settings.retention
        settings.logNumbers = fields[.logNumbers]?.word() ?? settings.logNumbers
        settings.language = fields[.languages]?.word() ?? settings.language
        let levels = LevelReader(
            folder: folder, source, clock: ServiceClock(settings.timeZone ?? .gmt), findings)
        settings.levels = fields.required(.levels).map(levels.read) ?? []
        return settings
    }

    private func timeZone(_ value: Value) -> TimeZone? {
        guard let name = value.scalar() else { return nil }
        guard let zone = TimeZone(identifier: name) else {
            value.error("`time_zone` must be a name such as Europe/Amsterdam, not `\(name.prefix(64))`")
            return nil
        }
        if let place = ZoneName.suggestion(for: name, zone, region: fields[.region]?.scalar() ?? "NL", at: now) {
            findings.warning(
                at: value.place, "`\(name)` has no summer time: perhaps \(place) is meant")
        }
        return zone
    }

    private func numberReader(_ region: String) -> NumberReader? {
        do throws(UnknownRegion) {
            return try NumberReader(region: region)
        } catch {
            fields[.region]?.error(
                "`region` must be two capital letters of ISO 3166 such as NL, not `\(error.region.prefix(64))`")
            return nil
        }
    }

    private func exclusiveNumbers(_ reader: NumberReader?) -> [(number: PhoneNumber, place: Place)] {
        guard let value = fields.required(.exclusiveNumbers), let list = value.list(), let reader else { return [] }
        var numbers: [(number: PhoneNumber, place: Place)] = []
        var places: [PhoneNumber: Place] = [:]
        for value in list {
            guard let number = value.number(reader) else { continue }
            if let earlier = places[number] {
                value.error("\(number) is already the exclusive number of \(earlier)")
            } else {
                places[number] = value.place
                numbers.append((number, value.place))
            }
        }
        if list.isEmpty {
            findings.warning(
                at: value.place,
                "no exclusive number yet, so every call is passed on; give the number that clients call")
        }
        return numbers
    }

    private func overflow(_ value: Value) -> Overflow? {
        guard let entries = value.entries() else { return nil }
        var fallback: Extension?
        var isFallbackWritten = false
        var targets: [Overflow.Cause: Extension] = [:]
        for (key, value) in entries {
            if value.label == "default" {
                isFallbackWritten = true
                fallback = value.phone()
            } else if let cause = Overflow.Cause(rawValue: value.label) {
                targets[cause] = value.phone()
            } else {
                let known = ["default"] + Overflow.Cause.allCases.map(\.rawValue)
                key.error(unknownWord("cause", value.label, known: known))
            }
        }
        if !isFallbackWritten {
            value.error("`default` is missing: the extension for every cause that has none of its own")
        }
        return fallback.map { Overflow(fallback: $0, targets: targets) }
    }

    private func capacity(_ value: Value) -> Capacity? {
        guard let fields = Fields(value, CapacityKey.self) else { return nil }
        let standard = Capacity()
        return Capacity(
            large: fields[.large]?.integer(in: 1...1_000) ?? standard.large,
            small: fields[.small]?.integer(in: 1...1_000) ?? standard.small)
    }

    private func retention(_ value: Value) -> Directory.Retention? {
        guard let fields = Fields(value, RetentionKey.self) else { return nil }
        var retention = Directory.Retention()
        retention.calls = fields[.calls]?.duration(in: .days(1)...(.days(3_650))) ?? retention.calls
        retention.numbers = fields[.numbers]?.duration(in: .days(1)...(.days(3_650))) ?? retention.numbers
        return retention
    }
}
