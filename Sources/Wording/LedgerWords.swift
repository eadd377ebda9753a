package import Time

/// The ledger as a whole: copies of it, and what is forgotten.
package struct LedgerWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `majord-2026-11-26.sqlite: 12 MB, checked`
    package func copied(_ bytes: Int, to path: String) -> String {
        language.said(
            en: "The ledger is copied to \(path): \(size(bytes)), without damage.",
            nl: "Het register is gekopieerd naar \(path): \(size(bytes)), onbeschadigd.")
    }

    package func copying(_ done: Int, of total: Int) -> String {
        language.said(
            en: "The ledger is being copied: \(size(done)) of \(size(total))",
            nl: "Het register wordt gekopieerd: \(size(done)) van \(size(total))")
    }

    /// - Parameter folder: The one of the file.
    package func noRoom(for path: String, needed: Int, in folder: String, free: Int) -> String {
        language.said(
            en:
                "cannot write \(path): the copy takes \(size(needed)), and \(folder) has \(size(free)) free; make room, or name a file elsewhere; nothing was written",
            nl:
                "kan \(path) niet schrijven: de kopie is \(size(needed)), en \(folder) heeft \(size(free)) vrij; maak ruimte, of noem een bestand elders; er is niets geschreven"
        )
    }

    package func alreadyThere(_ path: String) -> String {
        language.said(
            en: "\(path) is there already; name another file, or say --force",
            nl: "\(path) bestaat al; noem een ander bestand, of zeg --force")
    }

    package var isBeingCopied: String {
        language.said(
            en: "somebody else is copying the ledger", nl: "iemand anders is het register aan het kopiëren")
    }

    package func notCopied(_ cause: String) -> String {
        language.said(en: "nothing was copied: \(cause)", nl: "er is niets gekopieerd: \(cause)")
    }

    package var cutShort: String {
        language.said(
            en: "majord ended before all was sent: nothing was written",
            nl: "majord is gestopt voor alles verstuurd was: er is niets geschreven")
    }

    /// - Parameter names: Those of the files since.
    package func seen(_ names: [String]) -> String {
        guard !names.isEmpty else {
            return language.said(en: "No ledger was set aside.", nl: "Er is geen register weggezet.")
        }
        let list = names.joined(separator: ", ")
        return language.said(
            en: "Noted. What was set aside stays as \(list), until somebody removes it.",
            nl: "Genoteerd. Wat was weggezet blijft staan als \(list), tot iemand het verwijdert.")
    }

    private func size(_ bytes: Int) -> String {
        bytes < 10_000_000 ? "\((bytes + 999) / 1_000) kB" : "\((bytes + 999_999) / 1_000_000) MB"
    }
}
