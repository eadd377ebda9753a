import Testing
import Time
import Wording

@Suite("LedgerWords")
struct LedgerWordsTests {
    @Test("copies: how large, how far, and why there is none")
    func copies() {
        #expect(
            both { LedgerWords($0).copied(12_345_678, to: "b.sqlite") } == [
                "The ledger is copied to b.sqlite: 13 MB, without damage.",
                "Het register is gekopieerd naar b.sqlite: 13 MB, onbeschadigd.",
            ])
        #expect(
            both { LedgerWords($0).copying(1_001, of: 10_000_000) } == [
                "The ledger is being copied: 2 kB of 10 MB", "Het register wordt gekopieerd: 2 kB van 10 MB",
            ])
        #expect(
            both { LedgerWords($0).alreadyThere("b.sqlite") } == [
                "b.sqlite is there already; name another file, or say --force",
                "b.sqlite bestaat al; noem een ander bestand, of zeg --force",
            ])
        #expect(
            both { LedgerWords($0).isBeingCopied } == [
                "somebody else is copying the ledger", "iemand anders is het register aan het kopiëren",
            ])
        #expect(both { LedgerWords($0).notCopied("x") } == ["nothing was copied: x", "er is niets gekopieerd: x"])
        #expect(
            both { LedgerWords($0).cutShort } == [
                "majord ended before all was sent: nothing was written",
                "majord is gestopt voor alles verstuurd was: er is niets geschreven",
            ])
    }

    @Test("ledgers that were set aside, by name, and none")
    func seen() {
        #expect(
            both { LedgerWords($0).seen(["a", "b"]) } == [
                "Noted. What was set aside stays as a, b, until somebody removes it.",
                "Genoteerd. Wat was weggezet blijft staan als a, b, tot iemand het verwijdert.",
            ])
        #expect(
            both { LedgerWords($0).seen([]) } == ["No ledger was set aside.", "Er is geen register weggezet."])
    }
}
