import MajorAPI
import Sheets
import Testing
import Time
import Varlink
import Wording

@testable import Web

@Suite("Refusals on pages")
struct RefusalLinesTests {
    private func lines(_ error: VarlinkError, _ language: Language) -> String {
        RefusalLines(reader: AnswerReader(language, isOnPage: true)).lines(error).joined(separator: "\n")
    }

    private static let absence = RosterAPI.Absence(
        id: "77", agent: "joke", agentName: "Joke de Vries", kind: .leave, from: "2026-12-24T00:00:00+01:00",
        until: "2026-12-25T00:00:00+01:00", enteredBy: "els via majord-web")
    private static let request = RosterAPI.Request(
        absence: absence, state: .approved, decidedBy: "els via majord-web", decidedAt: "2026-11-27T10:00:00+01:00",
        why: "Noord weet ervan")

    @Test(
        "name no command, file, program or number of majord's, and no other ids",
        arguments: Language.allCases,
        [
            RosterAPI.Failure.alreadyAway(.init(absence: absence, timeZone: "Europe/Amsterdam")).error,
            RosterAPI.Failure.notWaiting(.init(request: request, timeZone: "Europe/Amsterdam")).error,
            RosterAPI.Failure.unknownRequest(.init(request: "77")).error,
            RosterAPI.Failure.unknownDeputyship(.init(deputyship: "77")).error,
            RosterAPI.Failure.alreadyAsked(.init(request: "77")).error,
            RosterAPI.Failure.unknownAgent(.init(agent: "x", known: ["joke", "mark"])).error,
            RosterAPI.Failure.ledgerUnavailable(.init(cause: "/var/lib/majord/ledger.sqlite: disk I/O error")).error,
            RosterAPI.Failure.absenceOver(
                .init(
                    absence: "77", agentName: "Joke", cancelled: true, at: "2026-11-27T10:00:00+01:00",
                    by: "els via majord-web", timeZone: "Europe/Amsterdam")
            ).error,
            NumbersAPI.Failure.inFiles(
                .init(number: "+31612345678", client: "noord", clientName: "Noord", place: "clients/noord.yaml:3")
            ).error,
            NumbersAPI.Failure.unknownClient(.init(client: "x", known: ["noord", "oost"])).error,
            NumbersAPI.Failure.notLearned(.init(number: "+31612345678")).error,
        ])
    func plain(language: Language, error: VarlinkError) {
        let text = lines(error, language)
        #expect(!text.isEmpty)
        for word in ["majorctl", ".yaml", "/var", "via", "77", "noord", "joke", "--", "`", "majord-"] {
            #expect(!text.contains(word), "\(word): \(text)")
        }
    }

    @Test("the reason of an approval, and who gave it, are told")
    func reason() {
        let text = lines(
            RosterAPI.Failure.notWaiting(.init(request: Self.request, timeZone: "Europe/Amsterdam")).error, .nl)
        #expect(text.contains("door els: Noord weet ervan"))
    }
}
