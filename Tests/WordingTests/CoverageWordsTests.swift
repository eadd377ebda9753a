import Routing
import Testing
import Wording

@Suite("CoverageWords")
struct CoverageWordsTests {
    @Test(
        "the counts add up to all clients",
        arguments: [
            (0, 0, 0, 0, ["no clients yet", "nog geen klanten"]),
            (4, 4, 0, 0, ["4 of 4 clients covered", "4 van 4 klanten gedekt"]),
            (3, 3, 1, 0, ["3 of 4 clients covered, 1 closed", "3 van 4 klanten gedekt, 1 gesloten"]),
            (
                3, 2, 1, 1,
                [
                    "2 of 5 clients covered, 1 closed, 1 without an agreement now",
                    "2 van 5 klanten gedekt, 1 gesloten, 1 nu zonder overeenkomst",
                ]
            ),
            (0, 0, 2, 0, ["no client in service now, 2 closed", "nu geen klant in servicetijd, 2 gesloten"]),
        ])
    func sentence(inService: Int, covered: Int, closed: Int, withoutAgreement: Int, expected: [String]) {
        let count = CoverageCount(
            clients: inService + closed + withoutAgreement, inService: inService, covered: covered, closed: closed,
            withoutAgreement: withoutAgreement)
        #expect(both { CoverageWords($0).sentence(count) } == expected)
    }

    @Test(
        "how a client stands",
        arguments: [
            (ClientState.covered, ["covered", "gedekt"]), (.uncovered, ["uncovered", "niemand aanwezig"]),
            (.closed, ["closed", "gesloten"]), (.withoutAgreement, ["without agreement", "zonder overeenkomst"]),
        ])
    func states(state: ClientState, expected: [String]) {
        #expect(both { CoverageWords($0).state(state) } == expected)
    }
}
