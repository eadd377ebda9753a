import Foundation
import Numbering
package import Routing
import Time

/// Reads `majord.yaml`.
struct SettingsReader {
    /// Every setting: its key, the property of `Settings` that it fills, and how it is read. One that needs another stands behind it.
    static let settings: [Setting] = [
        Setting("region", \.region) { $1.region($0) },
        Setting("time_zone", \.timeZone, .indispensable) { $1.timeZone($0) },
        Setting("exclusive_numbers", \.exclusiveNumbers, .required) { $1.exclusiveNumbers($0) },
        Setting("ring", \.ring) { value, _ in value.duration(in: ringTimes) },
        Setting("when_busy", \.whenBusy) { value, _ in value.word() },
        Setting("max_call", \.maxCall) { value, _ in value.duration(in: .minutes(1)...(.days(7))) },
        Setting("wrap_up", \.wrapUp) { value, _ in value.duration(in: .seconds(0)...(.hours(1))) },
        Setting("diverted", \.diverted) { value, _ in value.word() },
        Setting("pin", \.pin) { value, _ in value.duration(in: .hours(1)...(.days(3_650))) },
        Setting("callback_within", \.callbackWithin) { value, _ in value.duration(in: .minutes(1)...(.days(7))) },
        Setting("overflow", \.overflow, .indispensable) { $1.overflow($0) },
        Setting("levels", \.levels, .required) { $1.levels($0) },
        Setting("capacity", \.capacity) { $1.capacity($0) },
        Setting("retention", \.retention) { $1.retention($0) },
        Setting("review_after", \.reviewAfter) { value, _ in value.duration(in: .days(1)...(.days(3_650))) },
        Setting("stale_after", \.staleAfter) { value, _ in value.duration(in: .hours(1)...(.days(3_650))) },
        Setting("log_numbers", \.logNumbers) { value, _ in value.word() },
        Setting("noon", \.noon) { $1.noon($0) },
        Setting("languages", \.language) { value, _ in value.word() },
        Setting("managers", \.managers) { $1.managers($0) },
        Setting("walls", \.walls) { $1.walls($0) },
        Setting("records", \.records) { value, _ in value.records() },
        Setting("site", \.site) { value, _ in value.identifier() },
    ]

    /// How long a phone may be told to ring.
    static let ringTimes = Milliseconds.seconds(1)...Milliseconds.minutes(10)

    /// Where morning may end: it begins at 6:00, and the afternoon ends at 18:00.
    static let noons = (LocalTime(hour: 10, minute: 0) ?? .noon)...(LocalTime(hour: 16, minute: 0) ?? .noon)

    /// A key at the top of `majord.yaml`, or of a file that holds the agents and clients, too.
    struct Key: RawRepresentable, CaseIterable, Hashable {
        static let agents = Key("agents")
        static let clients = Key("clients")
        static let allCases = SettingsReader.settings.map { Key($0.key) } + [agents, clients]

        let rawValue: String

        init(_ text: String) {
            rawValue = text
        }

        init?(rawValue: String) {
            self.init(rawValue)
            guard Self.allCases.contains(self) else { return nil }
        }
    }

    /// What was read so far.
    var settings = Settings.unread
    let findings: Findings
    /// The folder in which the files stand that settings name.
    let folder: String
    let source: FileSource
    let people: People
    /// The instant from which on clocks are to have summer time.
    let now: Instant

    /// - Parameters:
    ///   - fields: Of the file.
    ///   - folder: Where the files that the settings name stand.
    ///   - source: What they are read from.
    ///   - people: Takes the managers.
    ///   - now: The instant from which on clocks are to have summer time.
    /// - Returns: The settings, and whether a directory can be made of them.
    static func read(
        _ fields: Fields<Key>, folder: String, _ source: FileSource, _ people: People, now: Instant,
        _ findings: Findings
    ) -> (settings: Settings, areUsable: Bool) {
        var reader = SettingsReader(
            findings: findings, folder: folder, source: source, people: people, now: now)
        var areUsable = true
        for setting in settings where !setting.read(fields, into: &reader) { areUsable = false }
        return (reader.settings, areUsable)
    }
}

extension Settings {
    /// What stands where settings are missing: an error says so.
    static let unread = Settings(timeZone: .gmt, overflow: Overflow(fallback: Extension(0)))

    /// The keys of the settings in which these differ from others, in the order of the manual.
    package func keys(differingFrom other: Settings) -> [String] {
        SettingsReader.settings.filter { $0.differs(in: self, from: other) }.map(\.key)
    }

    /// Reads numbers as people of the region write them; nil when the region is unknown.
    var numbers: NumberReader? {
        try? NumberReader(region: region)
    }
}
