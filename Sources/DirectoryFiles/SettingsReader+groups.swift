import Foundation
import Numbering
import Routing
import Time

/// Settings that are more than one word, number or duration.
extension SettingsReader {
    enum CapacityKey: String, CaseIterable {
        case large, small
    }

    enum RetentionKey: String, CaseIterable {
        case calls, numbers, events, absences
    }

    enum ExclusiveNumberKey: String, CaseIterable {
        case number, client
    }

    enum ManagerKey: String, CaseIterable {
        case name, login, user, email
    }

    enum WallKey: String, CaseIterable {
        case name, login
    }

    /// The region as it is written, also where it is unknown.
    func region(_ value: Value) -> String? {
        guard let region = value.scalar() else { return nil }
        do throws(UnknownRegion) {
            _ = try NumberReader(region: region)
        } catch {
            value.error(
                "`region` must be two capital letters of ISO 3166 such as NL, not `\(error.region.prefix(64))`")
        }
        return region
    }

    func timeZone(_ value: Value) -> TimeZone? {
        guard let name = value.scalar() else { return nil }
        guard let zone = TimeZone(identifier: name) else {
            value.error("`time_zone` must be a name such as Europe/Amsterdam, not `\(name.prefix(64))`")
            return nil
        }
        if let place = ZoneName.suggestion(for: name, zone, region: settings.region, at: now) {
            findings.warning(at: value.place, "`\(name)` has no summer time: perhaps \(place) is meant")
        }
        return zone
    }

    func exclusiveNumbers(_ value: Value) -> [ExclusiveNumber]? {
        guard let list = value.list(), let reader = settings.numbers else { return nil }
        var numbers: [ExclusiveNumber] = []
        var places: [PhoneNumber: Place] = [:]
        for value in list {
            guard let exclusive = exclusiveNumber(value, reader) else { continue }
            if let earlier = places.updateValue(exclusive.place, forKey: exclusive.number) {
                places[exclusive.number] = earlier
                value.error("\(exclusive.number) is already the exclusive number of \(earlier)")
            } else {
                numbers.append(exclusive)
            }
        }
        if list.isEmpty {
            findings.warning(
                at: value.place,
                "no exclusive number yet, so every call is passed on; give the number that clients call")
        }
        return numbers
    }

    private func exclusiveNumber(_ value: Value, _ reader: NumberReader) -> ExclusiveNumber? {
        guard value.hasFields else { return value.number(reader).map { ExclusiveNumber($0, place: value.place) } }
        guard let fields = Fields(value, ExclusiveNumberKey.self) else { return nil }
        let number = fields.required(.number)?.number(reader)
        let client = fields.required(.client)?.identifier()
        guard let number, let client else { return nil }
        return ExclusiveNumber(
            number, place: fields[.number]?.place ?? value.place,
            owner: ExclusiveNumber.Owner(ClientID(client), place: fields[.client]?.place ?? value.place))
    }

    func overflow(_ value: Value) -> Overflow? {
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

    func levels(_ value: Value) -> [ServiceLevel] {
        LevelReader(folder: folder, source, clock: ServiceClock(settings.timeZone), findings).read(value)
    }

    func capacity(_ value: Value) -> Capacity? {
        guard let fields = Fields(value, CapacityKey.self) else { return nil }
        let standard = Capacity()
        return Capacity(
            large: fields[.large]?.integer(in: 1...1_000) ?? standard.large,
            small: fields[.small]?.integer(in: 1...1_000) ?? standard.small)
    }

    func noon(_ value: Value) -> LocalTime? {
        guard let text = value.scalar() else { return nil }
        guard let noon = LocalTime(written: text), Self.noons.contains(noon) else {
            value.error("`noon` must be a time from 10:00 to 16:00 such as \"12:30\", not `\(text.prefix(64))`")
            return nil
        }
        return noon
    }

    func retention(_ value: Value) -> Settings.Retention? {
        guard let fields = Fields(value, RetentionKey.self) else { return nil }
        var retention = Settings.Retention()
        retention.calls = fields[.calls]?.duration(in: .days(1)...(.days(3_650))) ?? retention.calls
        retention.numbers = fields[.numbers]?.duration(in: .days(1)...(.days(3_650))) ?? retention.numbers
        retention.absences = fields[.absences]?.duration(in: .days(1)...(.days(3_650))) ?? retention.absences
        retention.events = fields[.events]?.duration(in: .days(1)...(.days(3_650))) ?? retention.events
        return retention
    }

    func managers(_ value: Value) -> [Manager]? {
        value.list()?.compactMap { value in
            guard let fields = Fields(value, ManagerKey.self) else { return nil }
            let name = fields.required(.name)?.line()
            let own = PersonalValues(
                user: fields[.user], login: fields[.login], email: fields[.email], for: name, in: .managers, people)
            guard let name else { return nil }
            if let user = own.user, let place = fields[.user]?.place {
                people.note(NamedUser(name: user, whose: .manager(name), place: place))
            }
            return Manager(name: name, login: own.login, user: own.user, email: own.email)
        }
    }

    func walls(_ value: Value) -> [Wall]? {
        value.list()?.compactMap { value in
            guard let fields = Fields(value, WallKey.self) else { return nil }
            let name = fields.required(.name)?.line()
            let own = PersonalValues(
                user: nil, login: fields.required(.login), email: nil, for: name, in: .walls, people)
            guard let name, let login = own.login else { return nil }
            return Wall(name: name, login: login)
        }
    }
}
