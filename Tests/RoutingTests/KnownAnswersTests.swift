import Foundation
import Testing
import Time

@testable import Routing

@Suite("KnownAnswers")
struct KnownAnswersTests {
    private func answer(_ reason: Decision.Reason = .notExclusive) -> Decision.Answer {
        Decision.Answer(
            action: .pass, reason: reason, targets: [], client: nil, contactIndex: nil, opens: nil, generation: 1,
            language: .en)
    }

    private func table(_ generation: UInt64) throws -> RoutingTable {
        let directory = Directory(settings: Settings(timeZone: .gmt, overflow: Overflow(fallback: Extension(2_000))))
        return try RoutingTable(directory: directory, roster: Roster(), generation: generation)
    }

    @Test("an answer is made once for each client, contact and outcome")
    func once() throws {
        let table = try table(1)
        var known = KnownAnswers()
        let pair = ObjectIdentifier(table)
        let keys =
            [KnownAnswers.Key(outcome: .pass)]
            + (0..<3).flatMap { client in
                [-1, 0].flatMap { contact in
                    [1, 2, 3].map {
                        KnownAnswers.Key(client: client, contact: contact, outcome: .pair(pair, available: $0))
                    }
                        + [
                            .init(client: client, contact: contact, outcome: .overflow(.uncovered, opens: nil))
                        ]
                }
            }
        // Those of which the places are the same are made again, and nobody gets another's.
        var last: [Int: Decision.Answer] = [:]
        for _ in 0..<3 {
            for (index, key) in keys.enumerated() {
                var made: Decision.Answer?
                let given = known.answer(key, of: table) {
                    let new = answer()
                    made = new
                    return new
                }
                #expect(given === made || given === last[index])
                last[index] = given
            }
        }
    }

    @Test("two causes, times of opening or pairs are two answers, and so are two tables")
    func apart() throws {
        let (table, next) = (try table(1), try table(2))
        var known = KnownAnswers()
        func given(_ outcome: KnownAnswers.Key.Outcome, of table: RoutingTable) -> Decision.Answer {
            known.answer(KnownAnswers.Key(client: 1, outcome: outcome), of: table) { answer() }
        }
        let opens = Instant(clamping: 1_000)
        let outcomes: [KnownAnswers.Key.Outcome] = [
            .pass, .overflow(.closed, opens: opens), .overflow(.closed, opens: opens.advanced(by: .seconds(1))),
            .overflow(.busy, opens: nil), .pair(ObjectIdentifier(table), available: 1),
            .pair(ObjectIdentifier(next), available: 1),
        ]
        for outcome in outcomes {
            let first = given(outcome, of: table)
            #expect(given(outcome, of: table) === first)
            for other in outcomes where other != outcome { #expect(given(other, of: table) !== first) }
            let again = given(outcome, of: table)
            #expect(given(outcome, of: next) !== again)
        }
    }
}
