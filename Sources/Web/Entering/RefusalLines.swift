import MajorAPI
import Sheets
import Time
import Varlink
import Wording

/// Why majord did not do what a form asked, in words of the office: neither commands nor files nor ids.
struct RefusalLines {
    let reader: AnswerReader
    private var language: Language { reader.language }
    private var words: PageWords { PageWords(language) }

    func lines(_ error: VarlinkError) -> [String] {
        text(error).split(separator: "\n").map(String.init)
    }

    private func text(_ error: VarlinkError) -> String {
        if error.name == VarlinkError.permissionDenied.name {
            guard case .string(let right) = error.parameters["right"], case .string(let rule) = error.parameters["rule"]
            else { return RightWords(language).denied(nil) }
            return RightWords(language).deniedInOffice(right, rule)
        }
        return roster(RosterAPI.Failure(error)) ?? numbers(NumbersAPI.Failure(error))
            ?? missed(CallsAPI.Failure(error)) ?? reports(ReportsAPI.Failure(error)) ?? words.mistake(.badInput)
    }

    private func roster(_ failure: RosterAPI.Failure) -> String? {
        switch failure {
        case .invalidPeriod(let told): RefusalText.text(told, reader)
        case .invalidNote(let told): RefusalText.text(told, reader)
        case .absenceOver(let told): AbsenceText.over(told, reader)
        case .unknownAgent(let told): words.mistake(.unknownAgent(told.agent))
        case .unknownClient(let told): words.mistake(.unknownClient(told.client))
        case .unknownAbsence: words.over
        case .notAbsent(let told):
            ChangeWords(reader.time(at: nil, in: nil)).notAbsent(reader.who(told.agent, told.agentName))
        case .ledgerUnavailable: words.mistake(.notKept)
        default: PlanningText.refusal(failure, reader)
        }
    }

    private func numbers(_ failure: NumbersAPI.Failure) -> String? {
        let said = NumberWords(language)
        return switch failure {
        case .invalidNumber(let told): said.invalid(told.number, kind: told.kind?.word, reason: told.reason)
        case .unknownClient(let told): words.mistake(.unknownClient(told.client))
        case .invalidContact: said.invalidContact
        case .inFiles(let told): words.mistake(.inFiles(told.number, client: told.clientName))
        case .notLearned(let told): words.mistake(.notLearned(told.number))
        case .ledgerUnavailable: words.mistake(.notKept)
        case .other: nil
        }
    }

    private func reports(_ failure: ReportsAPI.Failure) -> String? {
        let said = ReportWords(language)
        return switch failure {
        case .notBegun: said.notBegun
        case .notKept(let told): said.notKept(LocalDateTime(rfc3339: told.from)?.day.spelled(in: language))
        case .unknownClient(let told): words.mistake(.unknownClient(told.client))
        case .ledgerUnavailable: words.mistake(.notRead)
        case .notStanding, .other: nil
        }
    }

    private func missed(_ failure: CallsAPI.Failure) -> String? {
        switch failure {
        case .unknownMissed: words.over
        case .ledgerUnavailable: words.mistake(.notKept)
        default: nil
        }
    }
}
