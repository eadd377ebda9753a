/// How people and programs name a case. Its number and its reference are apart: a ticket system may well count from 1, too.
package enum CaseName: Hashable, Sendable {
    /// `#12`: the ledger's number, always.
    case number(Int64)
    /// What another system calls it. Of digits alone it is a number as well, which counts where no case has or had the reference.
    case reference(String, orNumber: Int64?)

    package init(_ written: String) {
        let text = Self.folded(written)
        if text.hasPrefix("#"), let number = AbsenceNumber.read(String(text.dropFirst())) {
            self = .number(number)
        } else {
            self = .reference(text, orNumber: AbsenceNumber.read(text))
        }
    }

    /// By its reference alone, whatever it looks like: `42` is never a case's number.
    package init(reference: String) {
        self = .reference(Self.folded(reference), orNumber: nil)
    }

    /// As somebody writes it.
    package var text: String {
        switch self {
        case .number(let number): Self.numbered(number)
        case .reference(let reference, _): reference
        }
    }

    /// A reference as it is kept and looked for, however somebody has set its blanks: none at its ends, one between its words.
    package static func folded(_ text: String) -> String {
        let words = text.unicodeScalars.split {
            $0.properties.isWhitespace && $0.properties.generalCategory != .control
        }
        return words.map { String(Substring($0)) }.joined(separator: " ")
    }

    /// The number of a case as it is told: with what tells it from a reference.
    package static func numbered(_ id: some CustomStringConvertible) -> String { "#\(id)" }
}
