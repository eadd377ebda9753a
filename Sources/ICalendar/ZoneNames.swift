import Foundation

/// What programs mean by the names that they give time zones.
enum ZoneNames {
    /// IANA's and Windows' names, also behind a program's own prefix: nobody else means anything else by them.
    static func certain(_ name: String) -> TimeZone? {
        guard name.utf8.count <= 128 else { return nil }
        if name.contains("/"), let zone = place(name) { return zone }
        if let zone = windows(name) { return zone }
        // `/freeassociation.sourceforge.net/Europe/Amsterdam`, `/mozilla.org/20050126_1/America/Argentina/Ushuaia`
        let parts = name.split(separator: "/")
        guard name.hasPrefix("/") || parts.count > 2 else { return nil }
        for count in [3, 2] where parts.count > count {
            if let zone = place(parts.suffix(count).joined(separator: "/")) { return zone }
        }
        return nil
    }

    /// Names that a file may well define otherwise: `CET`, `UTC+01:00`, `(UTC+01:00) Amsterdam, Berlijn`.
    static func likely(_ name: String) -> TimeZone? {
        guard name.utf8.count <= 128 else { return nil }
        let lower = name.lowercased()
        if ["z", "utc", "gmt", "tzone://microsoft/utc", "coordinated universal time"].contains(lower) { return .gmt }
        if let zone = TimeZone(identifier: name) { return zone }
        if let known = TimeZone.knownTimeZoneIdentifiers.first(where: { $0.lowercased() == lower }) {
            return TimeZone(identifier: known)
        }
        return city(name)
    }

    private static func place(_ name: String) -> TimeZone? {
        guard name.first != "/" else { return nil }
        return TimeZone(identifier: name)
    }

    /// `W. Europe Standard Time`, `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`, or the latter without the offset.
    private static func windows(_ name: String) -> TimeZone? {
        let lower = name.lowercased()
        let standard = lower.replacing(" daylight time", with: " standard time")
        for key in [lower, standard, withoutOffset(lower)] {
            if let identifier = WindowsZones.names[key], let zone = TimeZone(identifier: identifier) { return zone }
        }
        return nil
    }

    /// The zone of the first place of a list, where the zone's standard time is the offset that stands before it.
    private static func city(_ name: String) -> TimeZone? {
        let places = withoutOffset(name)
        guard places != name, let offset = offset(name), let first = places.split(separator: ",").first else {
            return nil
        }
        let end = "/" + first.trimmed.replacing(" ", with: "_").lowercased()
        for known in TimeZone.knownTimeZoneIdentifiers where known.lowercased().hasSuffix(end) {
            // Of January or July, one is standard time.
            guard let zone = TimeZone(identifier: known) else { continue }
            let winter = zone.secondsFromGMT(for: Date(timeIntervalSince1970: 1_768_478_400))
            let summer = zone.secondsFromGMT(for: Date(timeIntervalSince1970: 1_784_116_800))
            if min(winter, summer) == offset { return zone }
        }
        return nil
    }

    /// What stands after `(UTC+01:00) ` or `(GMT+01:00) `.
    private static func withoutOffset(_ name: String) -> String {
        guard name.hasPrefix("("), let end = name.firstIndex(of: ")") else { return name }
        return name[name.index(after: end)...].trimmed
    }

    /// Seconds east that `(UTC+01:00)`, `(GMT+01.00)` or `(UTC)` say.
    private static func offset(_ name: String) -> Int? {
        let digits = name.prefix { $0 != ")" }.drop { $0 != "+" && $0 != "-" }
        guard let sign = digits.first else { return 0 }
        let parts = digits.dropFirst().split { $0 == ":" || $0 == "." }.map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1], (0...14).contains(hours),
            (0...59).contains(minutes)
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
