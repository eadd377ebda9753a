package import Routing
package import Time

/// What each kind of absence is called. What stands here is all that people read of a kind.
///
/// A reader who may not know why somebody is away reads of no kind: then it is nil.
package struct AbsenceWords: Sendable {
    package let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// How the times of a kind are told when it is entered.
    package enum Times: Sendable {
        /// It is planned: from when until when.
        case period
        /// It begins now: until when, or when somebody is back.
        case end
        /// It begins now, and is short: until which time.
        case shortEnd
    }

    private struct Row {
        /// `leave`
        let noun: String
        /// After somebody `is`: `on leave`
        let state: String
        /// After somebody `is`, when it is entered: `reported sick`
        let entered: String
        /// What was noted: `a pause`
        let noted: String
        let times: Times
    }

    private func row(_ kind: Absence.Kind) -> Row {
        switch (kind, language) {
        case (.leave, .en):
            Row(noun: "leave", state: "on leave", entered: "on leave", noted: "leave", times: .period)
        case (.leave, .nl):
            Row(noun: "verlof", state: "met verlof", entered: "met verlof", noted: "verlof", times: .period)
        case (.sickness, .en):
            Row(noun: "sickness", state: "sick", entered: "reported sick", noted: "sickness", times: .end)
        case (.sickness, .nl):
            Row(noun: "ziekmelding", state: "ziek", entered: "ziekgemeld", noted: "ziekmelding", times: .end)
        case (.pause, .en):
            Row(noun: "pause", state: "in a pause", entered: "in a pause", noted: "a pause", times: .shortEnd)
        case (.pause, .nl):
            Row(noun: "pauze", state: "met pauze", entered: "met pauze", noted: "een pauze", times: .shortEnd)
        }
    }

    /// `leave`; `absence` where the reader may not know.
    package func noun(_ kind: Absence.Kind?) -> String {
        kind.map { row($0).noun } ?? Noun.absence.word(1, in: language)
    }

    /// What somebody is: `on leave`; `away` where the reader may not know.
    package func state(_ kind: Absence.Kind?) -> String {
        kind.map { row($0).state } ?? away
    }

    /// For lists: `leave`, `away`.
    package func listed(_ kind: Absence.Kind?) -> String {
        kind.map { row($0).noun } ?? away
    }

    /// What somebody is when it is entered: `reported sick`.
    package func entered(_ kind: Absence.Kind?) -> String {
        kind.map { row($0).entered } ?? away
    }

    /// What was noted: `a pause`.
    package func noted(_ kind: Absence.Kind?) -> String {
        kind.map { row($0).noted } ?? noun(nil)
    }

    package func times(_ kind: Absence.Kind?) -> Times {
        kind.map { row($0).times } ?? .period
    }

    package var nobody: String {
        language.said(en: "Nobody is absent or going to be.", nl: "Niemand is afwezig, nu of later.")
    }

    /// Why an absence cannot take effect.
    ///
    /// - Parameter mayGive: Whether the reader may give it to somebody.
    package func orphan(of agent: String, mayGive: Bool) -> String {
        language.said(
            en: "not in force: there is no agent \(agent)" + (mayGive ? "; see majorctl give --help" : ""),
            nl: "niet van kracht: er is geen medewerker \(agent)" + (mayGive ? "; zie majorctl give --help" : ""))
    }

    package var away: String {
        language.said(en: "away", nl: "afwezig")
    }

    /// Every kind that there is, as in `leave, sickness or pause`.
    package func anyKind(_ words: (Absence.Kind) -> String) -> String {
        let all = Absence.Kind.allCases.map(words)
        return all.dropLast().joined(separator: ", ") + language.said(en: " or ", nl: " of ") + (all.last ?? "")
    }

    /// Absences by their numbers, of many the first ten: `absence 3`, `absences 3, 4 and 12 more`.
    package func numbered(_ numbers: [Int64]) -> String {
        let shown = numbers.prefix(10).map { String($0) }.joined(separator: ", ")
        let left = numbers.count - 10
        let more = left > 0 ? language.said(en: " and \(left) more", nl: " en nog \(left)") : ""
        return "\(Noun.absence.word(numbers.count, in: language)) \(shown)\(more)"
    }
}
