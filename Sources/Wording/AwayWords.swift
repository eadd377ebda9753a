package import Time

/// That there is no answer from majord, and why.
package struct AwayWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    package func noSocket(_ path: String) -> String {
        language.said(
            en: "there is no socket at \(path); is the service running?",
            nl: "er is geen socket \(path); draait de dienst?"
        )
    }

    package func nobodyListens(_ path: String) -> String {
        language.said(
            en: "nobody listens at \(path); is the service running?",
            nl: "niemand luistert op \(path); draait de dienst?")
    }

    package func notAllowed(_ path: String) -> String {
        language.said(
            en: "you may not connect to \(path); its permissions say who may",
            nl: "je mag \(path) niet openen; de rechten ervan zeggen wie dat mag")
    }

    package func silent(seconds: Int) -> String {
        language.said(
            en: "majord has not been heard for \(seconds) seconds: it hangs, or the machine is overloaded; "
                + "see systemctl status majord",
            nl: "majord laat al \(seconds) seconden niets horen: hij hangt, of de machine is overbelast; "
                + "zie systemctl status majord")
    }

    package var closed: String {
        language.said(
            en: "majord closed the connection without an answer",
            nl: "majord verbrak de verbinding zonder te antwoorden")
    }

    /// What was followed is not told any more.
    package var ended: String {
        language.said(
            en: "majord has ended, so that there is nothing to follow any more",
            nl: "majord is gestopt, dus er is niets meer te volgen")
    }

    /// Where there is no way to an answer for another reason, which the system or the protocol has words for.
    package func failed(_ reason: String) -> String {
        language.said(en: "majord gave no answer: \(reason)", nl: "majord gaf geen antwoord: \(reason)")
    }

    package func otherVersion(missing what: String) -> String {
        language.said(
            en: "majord answered without \(what); majord and majorctl must be of one version",
            nl: "majord antwoordde zonder \(what); majord en majorctl moeten van één versie zijn")
    }

    package func unknownZone(_ zone: String) -> String {
        language.said(
            en: "majord's time zone \(zone) is not known here", nl: "de tijdzone \(zone) van majord is hier niet bekend"
        )
    }

    /// What is to be said where majord was asked for a change and never answered: it may have been made all the same.
    ///
    /// - Parameter command: What tells whether it was.
    package func open(see command: String) -> String {
        language.said(
            en: ". Whether it was done is open: see \(command)",
            nl: ". Of het gelukt is, is niet bekend: zie \(command)")
    }

    package var openReload: String {
        language.said(
            en: ". Whether the directory was reloaded is open: majorctl status tells the generation in force",
            nl: ". Of de bestanden opnieuw zijn gelezen, is niet bekend: majorctl status zegt welke generatie geldt")
    }
}
