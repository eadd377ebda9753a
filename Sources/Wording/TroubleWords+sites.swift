import Time

// Several sites that have their records together.
extension TroubleWords {
    /// Two sites decide calls by different files.
    ///
    /// - Parameter difference: What another one has that this one has not, in English.
    package func filesDiffer(_ site: String, _ difference: String) -> String {
        language.said(
            en: "the site \(site) has other files than this one: \(difference); make them the same, and reload both",
            nl:
                "de locatie \(site) heeft andere bestanden dan deze: \(difference); maak ze gelijk en lees beide opnieuw"
        )
    }

    package func siteIsAway(_ site: String) -> String {
        language.said(
            en: "nothing is heard of the site \(site)", nl: "van de locatie \(site) wordt niets gehoord")
    }
}
