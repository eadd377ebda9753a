import Foundation
import Routing
import Time

/// Names of time zones that stand for an offset rather than for a place.
enum ZoneName {
    /// Zones of the regions whose trunks majord knows by heart, and of their neighbours.
    private static let places = [
        "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen", "ES": "Europe/Madrid", "FR": "Europe/Paris", "GB": "Europe/London",
        "IE": "Europe/Dublin", "IT": "Europe/Rome", "LU": "Europe/Luxembourg", "NL": "Europe/Amsterdam",
        "PL": "Europe/Warsaw",
    ]
    /// Names of places that are written in capitals.
    private static let capitals: Set<String> = ["PRC", "ROC", "ROK", "W-SU"]
    private static let words: Set<String> = ["Zulu", "Universal", "Greenwich", "Factory"]

    /// The place that is probably meant by a name of an offset without summer time, such as `UTC+1`, `Etc/GMT-1` or `EST`; nil for
    /// places, of which some have no summer time either, and for `CET` and others that have one.
    static func suggestion(for name: String, _ zone: TimeZone, region: String, at instant: Instant) -> String? {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        guard zone.nextDaylightSavingTimeTransition(after: date) == nil else { return nil }
        let isOffset =
            name.hasPrefix("Etc/") || name.hasPrefix("SystemV/") || words.contains(name)
            || (!name.contains("/") && !name.contains(where: \.isLowercase) && !capitals.contains(name))
        return isOffset ? places[region] ?? "a place such as Europe/Amsterdam" : nil
    }
}
