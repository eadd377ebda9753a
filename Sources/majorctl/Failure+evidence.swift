import MajorAPI
import Time
import Varlink
import Wording

extension Failure {
    /// What went wrong with a case, a call or events; nil for another error.
    static func evidence(_ error: VarlinkError, _ language: Language) -> Failure? {
        cases(error, language) ?? calls(error, language) ?? events(error, language) ?? ledger(error, language)
    }

    private static func cases(_ error: VarlinkError, _ language: Language) -> Failure? {
        let words = CaseWords(language)
        return switch CasesAPI.Failure(error) {
        case .unknownClient(let told):
            .refused(UnknownWords(language).client(told.client, known: [told.nearest].compactMap(\.self)))
        case .unknownAgent(let told): .refused(UnknownWords(language).agent(told.agent, known: told.known))
        case .noHolder: .refused(words.noHolder)
        case .unknownContact(let told):
            .refused(words.unknownContact(told.contact, client: told.clientName, known: told.known))
        case .invalidReference: .refused(words.invalidReference)
        case .invalidNote: .refused(words.invalidNote)
        case .referenceTaken(let told):
            .refused(words.referenceTaken(told.reference, told.case, client: told.clientName))
        case .unknownCase(let told): .refused(unknownCase(told, language))
        case .alreadyHolds(let told): .refused(words.alreadyHolds(told.agentName, told.case))
        case .holdsNothing(let told): .refused(words.holdsNothing(told.agent))
        case .ledgerUnavailable(let told): .refused(unchanged(told.cause, language))
        case .other: nil
        }
    }

    private static func unknownCase(_ told: CasesAPI.UnknownCase, _ language: Language) -> String {
        let words = CaseWords(language)
        guard let number = told.number, let by = told.closedBy, let at = told.closedAt else {
            return words.unknown(told.case)
        }
        return words.closedAlready(
            told.case, number, by: by, TimeWords(language, at: at, in: nil).time(at))
    }

    private static func calls(_ error: VarlinkError, _ language: Language) -> Failure? {
        let words = CallRecordWords(language)
        return switch CallsAPI.Failure(error) {
        case .unknownClient(let told):
            .refused(UnknownWords(language).client(told.client, known: [told.nearest].compactMap(\.self)))
        case .unknownAgent(let told): .refused(UnknownWords(language).agent(told.agent, known: told.known))
        case .unknownCall(let told): .refused(words.unknown(told.call))
        case .unknownMissed(let told): .refused(unknownMissed(told, words, language))
        case .invalidNote: .refused(CaseWords(language).invalidNote)
        case .notAnAgent(let told):
            .refused(
                language.said(
                    en: "\(told.user) is no agent's Unix user",
                    nl: "\(told.user) is niet de Unix-gebruiker van een medewerker"))
        case .ledgerUnavailable(let told): .refused(unchanged(told.cause, language))
        case .other: nil
        }
    }

    private static func unknownMissed(
        _ told: CallsAPI.UnknownMissed, _ words: CallRecordWords, _ language: Language
    ) -> String {
        guard let how = told.closedHow, let by = told.closedBy, let at = told.closedAt else {
            return words.unknownMissed(told.missed)
        }
        return words.doneAlready(
            told.missed, words.closed(how, by: by, TimeWords(language, at: at, in: nil).time(at)))
    }

    private static func events(_ error: VarlinkError, _ language: Language) -> Failure? {
        switch EventsAPI.Failure(error) {
        case .unknownKind(let told):
            let known = told.known.joined(separator: ", ")
            return .refused(
                language.said(
                    en: "there are no events \(told.kind); there are \(known)",
                    nl: "er zijn geen gebeurtenissen \(told.kind); er zijn \(known)"))
        case .ledgerUnavailable(let told): return .refused(unchanged(told.cause, language))
        case .other: return nil
        }
    }

    private static func ledger(_ error: VarlinkError, _ language: Language) -> Failure? {
        let words = LedgerWords(language)
        return switch LedgerAPI.Failure(error) {
        case .invalidNumber(let told): .refused("\(told.number): \(told.reason)")
        case .unknownClient(let told):
            .refused(UnknownWords(language).client(told.client, known: [told.nearest].compactMap(\.self)))
        case .unfinished(let told): .refused(ForgetWords(language).unfinished(told.cause))
        case .beingForgotten: .refused(ForgetWords(language).isBeingForgotten)
        case .inFiles(let told): .refused(ForgetWords(language).inFiles(told.file, line: told.line))
        case .beingCopied: .refused(words.isBeingCopied)
        case .ledgerUnavailable(let told): .refused(unchanged(told.cause, language))
        case .other: nil
        }
    }

    private static func unchanged(_ cause: String, _ language: Language) -> String {
        language.said(en: "nothing was changed: \(cause)", nl: "er is niets gewijzigd: \(cause)")
    }
}
