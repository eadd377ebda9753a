import MajorAPI
import Testing
import Varlink

@testable import majorctl

@Suite("What was typed, to be typed again")
struct AskedTests {
    @Test("who asks is told that records cannot be read, and who changes something that nothing was changed")
    func unusable() {
        func text(_ method: String, _ error: VarlinkError) -> String {
            guard case .refused(let text) = Failure(error, to: Asked(method: method)) else { return "" }
            return text
        }
        let events = EventsAPI.Failure.ledgerUnavailable(.init(cause: "it is away")).error
        #expect(text(EventsAPI.List.method, events) == "the records cannot be read now: it is away")
        #expect(text(EventsAPI.NoteTold.method, events) == "nothing was changed: it is away")
        let roster = RosterAPI.Failure.ledgerUnavailable(.init(cause: "it is away")).error
        #expect(text(RosterAPI.History.method, roster) == "the records cannot be read now: it is away")
        #expect(text(RosterAPI.PlanLeave.method, roster) == "nothing was changed: it is away")
    }

    @Test(
        "is told with more words, as a shell takes it, and with another deputy instead of the one who was named",
        arguments: [
            ([], "majorctl leave … --request --deputy bob"),
            (["leave", "24 dec"], "majorctl leave '24 dec' --request --deputy bob"),
            (
                ["leave", "24", "dec", "--note", "Oma's feest"],
                #"majorctl leave 24 dec --note 'Oma'\''s feest' --request --deputy bob"#
            ),
            (["leave", "2-12", "--request", "--deputy", "ann"], "majorctl leave 2-12 --request --deputy bob"),
            (["leave", "--deputy=ann", "2-12", ""], "majorctl leave 2-12 '' --request --deputy bob"),
        ])
    func command(words: [String], expected: String) {
        #expect(Asked(words: words).command("leave", with: ["--request"], deputy: "bob") == expected)
    }

    @Test("keeps the deputy who was named where nobody else is")
    func sameDeputy() {
        #expect(
            Asked(words: ["leave", "2-12", "--deputy", "ann"]).command("leave", with: ["--request"])
                == "majorctl leave 2-12 --deputy ann --request")
    }
}
