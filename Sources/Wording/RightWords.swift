package import Time

/// Why somebody may not do something. The words for rights are those of the control interface, whose sentence is the English one.
package struct RightWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// What is lacking, by its word on the wire; in Dutch. Behind it stands who may.
    private static let dutch: [String: String] = [
        "ask-routing": "vragen waar gesprekken heen gaan kan alleen",
        "manage-directory": "de directory controleren en opnieuw laden kan alleen",
        "replay-calls": "vastgelegde gesprekken opnieuw laten beslissen kan alleen",
        "see-absences": "wie wanneer weg is zien medewerkers, en anders alleen",
        "change-availability": "medewerkers wijzigen hun eigen bereikbaarheid; die van een ander kan alleen",
        "import-leave": "medewerkers laten hun eigen agenda lezen; die van een ander kan alleen",
        "leave-gaps": "verlof invoeren waardoor klanten niemand hebben kan alleen",
        "manage-orphans": "een afwezigheid wijzigen van wie niet in de directory staat kan alleen",
        "backdate-sickness": "iemand ziekmelden sinds eerder kan alleen",
        "manage-deputies":
            "medewerkers vragen om een vervanger en trekken hun eigen vervanging in; iemand aanwijzen kan alleen",
        "see-requests": "medewerkers zien hun eigen aanvragen; die van anderen ziet alleen",
        "manage-requests": "over aanvragen van verlof beslissen kan alleen",
        "see-history": "medewerkers zien de geschiedenis van zichzelf en hun klanten; die van anderen ziet alleen",
        "manage-numbers": "nummers lezen en invoeren kan alleen",
        "see-coverage": "vaste paren en dekking van klanten zien medewerkers, en anders alleen",
        "read-digest": "lezen wat er voor de dekking te doen is kan alleen",
        "see-calls": "medewerkers zien de gesprekken van hun klanten; die van anderen ziet alleen",
        "work-for-client":
            "zaken en gemiste gesprekken van hun klanten zien en sluiten medewerkers; die van anderen alleen",
        "give-cases": "medewerkers nemen zaken van hun klanten over; ze aan iemand geven kan alleen",
        "read-events": "medewerkers lezen de gebeurtenissen van zichzelf en hun klanten; die van anderen alleen",
        "manage-ledger": "het register kopiëren en er iets uit vergeten kan alleen",
        "read-reports": "medewerkers lezen de rapporten van hun klanten; die van anderen alleen",
        "manage-feeds": "medewerkers maken het adres van hun eigen agenda; dat van een ander en van allen alleen",
        "watch-calls": "medewerkers volgen hun eigen gesprekken; die van een ander kan alleen",
    ]

    /// Rights that no manager has.
    private static let dutchRules: [String: String] = [
        "speak-for-others": "voor anderen vragen kan alleen root en de groep majord-web",
        "be-known": "wie zonder naam meekijkt leest alleen aantallen",
    ]

    /// - Parameters:
    ///   - right: The word for what is lacking.
    ///   - groups: The Unix groups that have it, the managers' first.
    ///   - rule: The daemon's sentence, for a right without words here.
    package func rule(_ right: String, groups: [String], _ rule: String) -> String {
        if language == .nl, let whole = Self.dutchRules[right] { return whole }
        guard language == .nl, let words = Self.dutch[right], let managers = groups.first else { return rule }
        let others = groups.dropFirst().map { " of wie in de groep \($0) zit" }.joined()
        return "\(words) een manager (genoemd in majord.yaml, of lid van de groep \(managers))\(others)"
    }

    /// For the office, which knows nothing of files and groups of the machine: what somebody may not, and who may.
    ///
    /// - Parameter rule: The daemon's sentence.
    package func deniedInOffice(_ right: String, _ rule: String) -> String {
        if let whole = Self.dutchRules[right] { return denied(language.said(en: rule, nl: whole)) }
        // Behind it stands where managers are named.
        let english = rule.split(separator: " (").first.map(String.init) ?? rule
        return denied(language.said(en: english, nl: Self.dutch[right].map { "\($0) een leidinggevende" } ?? english))
    }

    /// - Parameter rule: What is lacking, and who has it; nil where majord does not tell.
    package func denied(_ rule: String?) -> String {
        let rule = rule ?? language.said(en: "ask a manager", nl: "vraag het een manager")
        return language.said(en: "you may not do this: \(rule)", nl: "dit mag je niet: \(rule)")
    }
}
