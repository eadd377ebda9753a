/// How people and programs name a case. Its number and its reference are apart: a ticket system may well count from 1, too.
package enum CaseName: Hashable, Sendable {
    /// `#12`: the ledger's number, always.
    case number(Int64)
    /// What another system calls it. Of digits alone it is a number as well, which counts where no case has or had the reference.
    case reference(String, orNumber: Int64?)

    package init(_ text: String) {
        if text.hasPrefix("#"), let number = AbsenceNumber.read(String(text.dropFirst())) {
            self = .number(number)
        } else {
            self = .reference(text, orNumber: AbsenceNumber.read(text))
        }
    }

    /// By its reference alone, whatever it looks like: `42` is never a case's number.
    package init(reference: String) {
        self = .reference(reference, orNumber: nil)
    }

    /// As somebody writes it.
    package var text: String {
        switch self {
        case .number(let number): Self.numbered(number)
        case .reference(let reference, _): reference
        }
    }

    /// The number of a case as it is told: with what tells it from a reference.
    package static func numbered(_ id: some CustomStringConvertible) -> String { "#\(id)" }
}
