import Routing
import Testing
import Time
import Wording

@Suite("AbsenceWords")
struct AbsenceWordsTests {
    @Test(
        "each kind has its words, and whoever may not know it reads of none",
        arguments: [
            (Absence.Kind.leave, ["leave", "verlof"], ["on leave", "met verlof"]),
            (.sickness, ["sickness", "ziekmelding"], ["sick", "ziek"]),
            (.pause, ["pause", "pauze"], ["in a pause", "met pauze"]),
            (nil, ["absence", "afwezigheid"], ["away", "afwezig"]),
        ] as [(Absence.Kind?, [String], [String])])
    func kinds(kind: Absence.Kind?, nouns: [String], states: [String]) {
        #expect(both { AbsenceWords($0).noun(kind) } == nouns)
        #expect(both { AbsenceWords($0).state(kind) } == states)
    }

    @Test("all kinds in one sentence")
    func anyKind() {
        #expect(
            both { AbsenceWords($0).anyKind(AbsenceWords($0).state) } == [
                "on leave, sick or in a pause", "met verlof, ziek of met pauze",
            ])
    }

    @Test(
        "absences by number, of many the first ten",
        arguments: [
            ([3], ["absence 3", "afwezigheid 3"]), ([3, 4], ["absences 3, 4", "afwezigheden 3, 4"]),
            (
                Array(1...12),
                [
                    "absences 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more",
                    "afwezigheden 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en nog 2",
                ]
            ),
        ] as [([Int64], [String])])
    func numbers(numbers: [Int64], expected: [String]) {
        #expect(both { AbsenceWords($0).numbered(numbers) } == expected)
    }
}
