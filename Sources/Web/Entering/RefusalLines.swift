import MajorAPI
import Sheets
import Time
import Varlink
import Wording

/// Why majord did not do what a form asked, in words.
struct RefusalLines {
    let reader: AnswerReader
    private var language: Language { reader.language }

    func lines(_ error: VarlinkError) -> [String] {
        text(error).split(separator: "\n").map(String.init)
    }

    private func text(_ error: VarlinkError) -> String {
        if error.name == VarlinkError.permissionDenied.name {
            let rule = Denial(error).map { RightWords(language).rule($0.right, groups: $0.groups, $0.rule) }
            return RightWords(language).denied(rule)
        }
        return roster(RosterAPI.Failure(error)) ?? numbers(NumbersAPI.Failure(error))
            ?? missed(CallsAPI.Failure(error)) ?? PageWords(language).mistake(.badInput)
    }

    private func roster(_ failure: RosterAPI.Failure) -> String? {
        switch failure {
        case .invalidPeriod(let told): RefusalText.text(told, reader)
        case .invalidNote(let told): RefusalText.text(told, reader)
        case .absenceOver(let told): AbsenceText.over(told, reader)
        case .unknownAgent(let told): UnknownWords(language).agent(told.agent, known: told.known)
        case .unknownAbsence: PageWords(language).over
        case .notAbsent(let told):
            language.said(en: "\(told.agentName) is not absent", nl: "\(told.agentName) is niet afwezig")
        case .ledgerUnavailable(let told): unchanged(told.cause)
        default: PlanningText.refusal(failure, reader)
        }
    }

    private func numbers(_ failure: NumbersAPI.Failure) -> String? {
        let words = NumberWords(language)
        return switch failure {
        case .invalidNumber(let told): words.invalid(told.number, kind: told.kind?.word, reason: told.reason)
        case .unknownClient(let told):
            UnknownWords(language).client(told.client, known: told.known ?? [told.nearest].compactMap(\.self))
        case .invalidContact: words.invalidContact
        case .inFiles(let told): words.inFiles(told.number, told.clientName, told.place)
        case .notLearned(let told): words.notLearned(told.number)
        case .ledgerUnavailable(let told): unchanged(told.cause)
        case .other: nil
        }
    }

    private func missed(_ failure: CallsAPI.Failure) -> String? {
        switch failure {
        case .unknownMissed: PageWords(language).over
        case .ledgerUnavailable(let told): unchanged(told.cause)
        default: nil
        }
    }

    private func unchanged(_ cause: String) -> String {
        language.said(en: "nothing was changed: \(cause)", nl: "er is niets gewijzigd: \(cause)")
    }
}
