import MajorAPI
import Testing
import Time
import Varlink
import Wording

@testable import Web

@Suite("Why there is no page")
struct ErrorAnswerTests {
    private func denied(_ right: String, _ rule: String) -> AskingError {
        .refused(
            VarlinkError(
                name: VarlinkError.permissionDenied.name,
                parameters: [
                    "right": .string(right), "rule": .string(rule), "groups": .array([.string("majord-admin")]),
                ]))
    }

    private func text(_ error: AskingError, _ visitor: Visitor, _ language: Language = .nl) -> String {
        ErrorAnswer(error, PageContext(visitor: visitor, language: language)).text
    }

    private let joke = Visitor(reader: .user("joke"), agent: "joke", name: "Joke")

    @Test(
        "whom majord knows reads what he may not, and who may; nothing of files and groups",
        arguments: Language.allCases)
    func known(language: Language) {
        let rule =
            "agents read the reports of their clients; those of others needs a manager (named in majord.yaml, or in the group majord-admin)"
        let told = text(denied("read-reports", rule), joke, language)
        #expect(told.contains(language == .nl ? "een leidinggevende" : "a manager"))
        #expect(told.contains(language == .nl ? "rapporten van hun klanten" : "reports of their clients"))
        #expect(!told.contains("majord") && !told.contains("login"))
    }

    @Test("a login that majord does not know is named, and a television's login and no name are told as such")
    func others() {
        let error = denied("see-coverage", "x")
        #expect(text(error, Visitor(reader: .guest, name: "piet")).contains("login “piet”"))
        #expect(text(error, Visitor(reader: .wall("hal"), name: "Hal")).contains("televisie"))
        #expect(text(error, .nobody).contains("zonder naam"))
    }

    @Test("a month without records says when they begin, and one to come that it has not begun")
    func reports() {
        let kept = AskingError.refused(ReportsAPI.Failure.notKept(.init(from: "2026-11-25T10:00:00+01:00")).error)
        #expect(text(kept, joke) == "Over die tijd is niets bekend: de gegevens beginnen op woensdag 25 november 2026")
        #expect(text(.refused(ReportsAPI.Failure.notBegun.error), joke) == "Die tijd is nog niet begonnen")
        #expect(ErrorAnswer(kept, PageContext(visitor: joke, language: .nl)).status == 422)
    }

    @Test("what the reader has to do with himself is said to him")
    func own() {
        let error = AskingError.refused(
            RosterAPI.Failure.notAbsent(.init(agent: "joke", agentName: "Joke de Vries")).error)
        #expect(text(error, joke) == "Je bent niet afwezig")
        let els = Visitor(reader: .user("els"), name: "Els", isManager: true)
        #expect(text(error, els) == "Joke de Vries is niet afwezig")
    }
}
