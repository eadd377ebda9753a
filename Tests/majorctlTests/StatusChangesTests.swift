import Foundation
import MajorAPI
import Testing
import Time

@testable import majorctl

@Suite("Changes of the status")
struct StatusChangesTests {
    private static func status(
        at time: String = "10:31:02", generation: Int = 3, joke: RosterAPI.AgentStatus.State = .available,
        until: String? = nil, nobody: [String] = [], troubles: [String] = [],
        states: [RosterAPI.ClientStatus]? = nil
    ) -> RosterAPI.Status.Reply {
        RosterAPI.Status.Reply(
            version: "1", timeZone: "Europe/Amsterdam", now: "2026-11-26T\(time)+01:00", generation: generation,
            clients: 2,
            inService: 2, closed: 0, withoutAgreement: 0, covered: 2 - nobody.count,
            uncovered: nobody.map { RosterAPI.UncoveredClient(client: $0, clientName: $0.capitalized) },
            agents: [
                RosterAPI.AgentStatus(
                    id: "joke", name: "Joke de Vries", extension: "2101", state: joke, until: until, calls: []),
                RosterAPI.AgentStatus(id: "mark", name: "Mark Bakker", extension: "2102", state: .available, calls: []),
            ], decisions: [:], degraded: false, troubles: troubles, clientStates: states)
    }

    private func lines(_ before: RosterAPI.Status.Reply, _ after: RosterAPI.Status.Reply) -> [[String]] {
        Language.allCases.map { language in
            StatusChanges(from: before, to: after, Style(isColored: false), language).lines.map {
                $0.replacing(" Europe/Amsterdam", with: "")
            }
        }
    }

    @Test("each change is a line with its time, in the reader's language")
    func changes() {
        let away = Self.status(
            joke: .leave, until: "2026-11-26T12:00:00+01:00", nobody: ["noord"], troubles: ["the ledger is unavailable"]
        )
        #expect(
            lines(Self.status(), away) == [
                [
                    "10:31:02  the ledger is unavailable", "10:31:02  nobody for Noord",
                    "10:31:02  Joke de Vries: on leave until 12:00",
                ],
                [
                    "10:31:02  the ledger is unavailable", "10:31:02  niemand voor Noord",
                    "10:31:02  Joke de Vries: met verlof tot 12:00",
                ],
            ])
        #expect(
            lines(away, Self.status()).first == [
                "10:31:02  no more: the ledger is unavailable", "10:31:02  no longer nobody for Noord",
                "10:31:02  Joke de Vries: available",
            ])
    }

    @Test("a reload, and how clients stand where that is asked for, are told, too; what is the same is not")
    func others() {
        func state(_ state: RosterAPI.ClientStatus.State) -> [RosterAPI.ClientStatus] {
            [RosterAPI.ClientStatus(client: "noord", clientName: "Noord", state: state)]
        }
        #expect(
            lines(Self.status(states: state(.covered)), Self.status(generation: 4, states: state(.closed))).first == [
                "10:31:02  majord 1, generation 4: 2 of 2 clients covered, 0 agents absent", "10:31:02  Noord: closed",
            ])
        #expect(lines(Self.status(), Self.status(at: "10:31:04")).first == [])
    }

    @Test("on a terminal it is drawn from the first row on, and what does not fit is counted")
    func screen() {
        let more = { (count: Int) in "and \(count) more" }
        #expect(StatusScreen.text(["a", "b"], rows: nil, more: more) == "\u{1B}[Ha\u{1B}[K\nb\u{1B}[K\n\u{1B}[J")
        #expect(StatusScreen.text(["a", "b"], rows: 3, more: more) == "\u{1B}[Ha\u{1B}[K\nb\u{1B}[K\n\u{1B}[J")
        #expect(
            StatusScreen.text(["a", "b", "c", "d"], rows: 4, more: more)
                == "\u{1B}[Ha\u{1B}[K\nb\u{1B}[K\nand 2 more\u{1B}[K\n\u{1B}[J")
    }
}
