import Testing
import Wording

@Suite("CaseWords")
struct CaseWordsTests {
    @Test("whoever holds a case with a contact comes first for that contact's calls, not for all of the client's")
    func opened() {
        func opened(_ contact: String?) -> [String] {
            both {
                let words = CaseWords($0)
                return words.opened(
                    words.numbered("1", "INC-2041"), client: "Noord", holder: "Joke", contact: contact, isNew: true)
            }
        }
        #expect(
            opened("Karin Smit") == [
                "Case #1 (INC-2041) of Noord is open; Joke comes first for calls of Karin Smit.",
                "Zaak #1 (INC-2041) van Noord is geopend; Joke komt als eerste aan de beurt voor gesprekken van Karin Smit.",
            ])
        #expect(
            opened(nil) == [
                "Case #1 (INC-2041) of Noord is open; Joke comes first for their calls.",
                "Zaak #1 (INC-2041) van Noord is geopend; Joke komt als eerste aan de beurt voor hun gesprekken.",
            ])
    }

    @Test("a case that is closed already is told as it was named, with its number")
    func closedAlready() {
        #expect(
            both { CaseWords($0).closedAlready("12", "3", by: "joke", "09:12") } == [
                "case 12 (#3) is closed already: 09:12 by joke", "zaak 12 (#3) is al gesloten: 09:12 door joke",
            ])
        #expect(
            both { CaseWords($0).closedAlready("#3", "3", by: "joke", "09:12") } == [
                "case #3 is closed already: 09:12 by joke", "zaak #3 is al gesloten: 09:12 door joke",
            ])
    }

    @Test("of very many cases the first are named, and how many there are besides")
    func list() {
        #expect(both { CaseWords($0).list(["INC-1"]) } == ["case INC-1", "zaak INC-1"])
        #expect(both { CaseWords($0).list(["INC-1", "2"]) } == ["cases INC-1, 2", "zaken INC-1, 2"])
        #expect(
            both { CaseWords($0).list((1...12).map(String.init)) } == [
                "cases 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more", "zaken 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en nog 2",
            ])
    }
}
