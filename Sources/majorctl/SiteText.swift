import MajorAPI
import Time
import Wording

/// A site among several, in words.
enum SiteText {
    /// `  Site zwolle: majord 0.2.0, generation 7, directory 3f2a90c1, tells of events (this one)`
    static func line(_ site: RosterAPI.Site, _ language: Language, _ style: Style) -> String {
        var parts = [
            "majord \(site.version)",
            language.said(en: "generation \(site.generation)", nl: "generatie \(site.generation)"),
            language.said(en: "directory \(site.directory)", nl: "bestanden \(site.directory)"),
        ]
        if site.teller { parts.append(language.said(en: "tells of events", nl: "meldt gebeurtenissen")) }
        if site.lag > 0 {
            parts.append(
                language.said(
                    en: "\(site.lag) \(site.lag == 1 ? "change" : "changes") behind",
                    nl: "\(site.lag) \(site.lag == 1 ? "wijziging" : "wijzigingen") achter"))
        }
        if site.away {
            let seconds = Int(site.heardSeconds)
            parts.append(
                style.red(language.said(en: "not heard for \(seconds) s", nl: "al \(seconds) s niets gehoord")))
        }
        let own = site.own ? language.said(en: " (this one)", nl: " (deze)") : ""
        return "  \(language.said(en: "Site", nl: "Locatie")) \(site.name): \(parts.joined(separator: ", "))\(own)"
    }
}
