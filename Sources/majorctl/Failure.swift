import ArgumentParser
import MajorAPI
import Routing
import Sheets
import ShownText
import Terminal
import Time
import Varlink
import Wording

/// Why a command did not do what it was asked, in words for people.
enum Failure: Error {
    /// There is no answer from majord; what hinders it, where that is known.
    case away(String, cause: VarlinkClientError? = nil)
    case notAllowed(String)
    case refused(String)
    /// A file cannot be written.
    case unwritable(String)
    /// The directory has errors; which generation stays in force, where another was to come.
    case findings(generation: Int?, [DirectoryAPI.Finding])

    /// What majord answered with.
    init(_ answered: VarlinkError, _ language: Language = .en, to asked: Asked = Asked()) {
        let error = VarlinkError(name: answered.name.shown, parameters: Printable.texts(of: answered.parameters))
        if asked.isQuestion, let cause = Self.unusable(error) {
            self = .refused(Self.unread(cause, language))
            return
        }
        switch RosterAPI.Failure(error) {
        case .other:
            self =
                Self.routing(error, language) ?? Self.directory(error, language, asked.method)
                ?? Self.numbers(error, language)
                ?? Self.calendar(error, language) ?? Self.evidence(error, language) ?? Self.reports(error, language)
                ?? Self.standard(error, language)
        case let failure: self = .refused(Self.text(failure, language, to: asked))
        }
    }

    private static func text(_ failure: RosterAPI.Failure, _ language: Language, to asked: Asked) -> String {
        switch failure {
        case .unknownAgent(let told):
            return UnknownWords(language).agent(told.agent, known: told.known)
        case .notAnAgent(let told):
            return language.said(
                en: "\(told.user) is no agent's Unix user; name the agent with --agent",
                nl: "\(told.user) is niet de Unix-gebruiker van een medewerker; noem de medewerker met --agent")
        case .unknownAbsence(let told):
            return language.said(
                en: "there is no absence \(told.absence) in force or to come; see majorctl absences",
                nl: "er is nu of later geen afwezigheid \(told.absence); zie majorctl absences")
        case .absenceOver(let told): return AbsenceText.over(told, AnswerReader(terminal: language))
        case .notOrphaned(let told):
            return language.said(
                en:
                    "absence \(told.absence) is \(told.agentName)'s, who is in the directory; cancel it, and enter another",
                nl:
                    "afwezigheid \(told.absence) is van \(told.agentName), die in de bestanden staat; trek haar in met cancel en voer een andere in"
            )
        case .notAbsent(let told):
            return language.said(en: "\(told.agentName) is not absent", nl: "\(told.agentName) is niet afwezig")
        case .notBusy(let told):
            return language.said(en: "\(told.agentName) is on no call", nl: "\(told.agentName) is niet in gesprek")
        case .invalidPeriod(let told): return RefusalText.text(told, AnswerReader(terminal: language))
        case .invalidNote(let told): return RefusalText.text(told, AnswerReader(terminal: language))
        case .ledgerUnavailable(let told):
            return language.said(en: "nothing was changed: \(told.cause)", nl: "er is niets gewijzigd: \(told.cause)")
        case .notWaiting(let told) where asked.method == RosterAPI.Reopen.method:
            let there = AnswerReader(terminal: language).time(
                at: told.request.decidedAt ?? told.request.absence.from, in: told.timeZone)
            return RequestWords(there).notDecided(told.request.absence.id, PlanningText.state(told.request, there))
        case .opensGaps, .deputyIsNeeded, .alreadyAway, .alreadyAsked, .unknownRequest, .notWaiting, .unknownClient,
            .unknownDeputyship, .alreadyDeputy, .notEmployed, .oneStretch:
            let reader = AnswerReader(terminal: language)
            return PlanningText.refusal(failure, reader) { LeaveAdvice.lines($0, $1, $2, of: asked) } ?? ""
        case .other(let error): return unknown(error)
        }
    }

    private static func routing(_ error: VarlinkError, _ language: Language) -> Failure? {
        switch RoutingAPI.Failure(error) {
        case .pastUnknown(let told):
            .refused(
                language.said(
                    en: "who was away then is not known at the moment: \(told.cause)",
                    nl: "wie er toen weg was, is nu niet bekend: \(told.cause)"))
        case .other: nil
        }
    }

    private static func numbers(_ error: VarlinkError, _ language: Language) -> Failure? {
        let words = NumberWords(language)
        return switch NumbersAPI.Failure(error) {
        case .invalidNumber(let told): .refused(words.invalid(told.number, kind: told.kind?.word, reason: told.reason))
        case .unknownClient(let told):
            .refused(
                UnknownWords(language).client(told.client, known: told.known ?? [told.nearest].compactMap(\.self)))
        case .invalidContact: .refused(words.invalidContact)
        case .inFiles(let told): .refused(words.inFiles(told.number, told.clientName, told.place))
        case .notLearned(let told): .refused(words.notLearned(told.number))
        case .ledgerUnavailable(let told):
            .refused(
                language.said(en: "nothing was changed: \(told.cause)", nl: "er is niets gewijzigd: \(told.cause)"))
        case .other: nil
        }
    }

    private static func directory(_ error: VarlinkError, _ language: Language, _ method: String?) -> Failure? {
        switch DirectoryAPI.Failure(error) {
        case .refused(let told):
            .findings(generation: method == DirectoryAPI.Replay.method ? nil : told.generation, told.findings)
        case .unknownClient(let told): .refused(UnknownWords(language).client(told.client, known: told.known))
        case .ledgerUnavailable(let told):
            .refused(
                language.said(
                    en: "the records cannot be read: \(told.cause)", nl: "de gegevens zijn niet te lezen: \(told.cause)"
                ))
        case .other: nil
        }
    }

    private static func reports(_ error: VarlinkError, _ language: Language) -> Failure? {
        switch ReportsAPI.Failure(error) {
        case .unknownClient(let told): .refused(UnknownWords(language).client(told.client, known: told.known ?? []))
        case .notStanding(let told):
            .refused(WhoIsWhoseWords.notStanding(told.agentName, told.clientName, language))
        case .notBegun: .refused(ReportWords(language).notBegun)
        case .notKept(let told):
            .refused(ReportWords(language).notKept(LocalDateTime(rfc3339: told.from)?.day.spelled(in: language)))
        case .ledgerUnavailable(let told):
            .refused(unread(told.cause, language))
        case .other: nil
        }
    }

    /// Why the records cannot be used, whichever interface says so.
    private static func unusable(_ error: VarlinkError) -> String? {
        guard error.name.hasSuffix(".LedgerUnavailable"), case .string(let cause) = error.parameters["cause"] else {
            return nil
        }
        return cause
    }

    private static func unread(_ cause: String, _ language: Language) -> String {
        language.said(
            en: "the records cannot be read now: \(cause)",
            nl: "de vastgelegde gegevens zijn nu niet te lezen: \(cause)")
    }

    private static func standard(_ error: VarlinkError, _ language: Language) -> Failure {
        switch error.name {
        case VarlinkError.permissionDenied.name:
            // A majord of before does not tell.
            let rule = Denial(error).map { RightWords(language).rule($0.right, groups: $0.groups, $0.rule) }
            return .notAllowed(RightWords(language).denied(rule))
        case VarlinkError.methodNotFound("").name, VarlinkError.interfaceNotFound("").name:
            return .away(
                language.said(
                    en: "this majord cannot do that: it is older than majorctl \(Version.text); upgrade and restart it",
                    nl:
                        "deze majord kan dat niet: hij is ouder dan majorctl \(Version.text); werk hem bij en herstart hem"
                ))
        case VarlinkError.invalidParameter("").name:
            guard case .string(let name) = error.parameters["parameter"] else { break }
            return .refused(
                language.said(
                    en: "majord does not know \(name), or not with this value",
                    nl: "majord kent \(name) niet, of niet met deze waarde"))
        default: break
        }
        return .refused(unknown(error))
    }

    private static func unknown(_ error: VarlinkError) -> String { "majord answered with \(error)" }

    var exitCode: ExitCode {
        switch self {
        case .away: ExitCode(69)
        case .notAllowed: ExitCode(77)
        case .refused: ExitCode(1)
        case .unwritable: ExitCode(73)
        case .findings: ExitCode(2)
        }
    }

    var text: String {
        switch self {
        case .away(let text, _), .notAllowed(let text), .refused(let text), .unwritable(let text): text
        case .findings(let generation, let findings):
            (findings.map { FindingText.line($0, Style.standardError) }
                + (generation.map { ["Reload refused; generation \($0) stays in force."] } ?? []))
                .joined(separator: "\n")
        }
    }
}
