/// What somebody has done to the files of a ledger that majord has open.
package enum LedgerHindrance: Equatable, Sendable {
    /// The ledger or its log is not in its place any more.
    case removed(path: String)
    /// Another file is there.
    case replaced(path: String)
    /// The file is shorter than what majord has written into it.
    case cut(path: String)
    /// What is open can be written; nobody could open it anew, and so the next start would fail.
    case closed(path: String, cause: String)

    /// Whether what is written now would be gone when majord ends: then nothing is written.
    package var isGone: Bool {
        switch self {
        case .removed, .replaced, .cut: true
        case .closed: false
        }
    }
}

extension LedgerHindrance: CustomStringConvertible {
    package var description: String {
        switch self {
        case .removed(let path): "somebody has removed \(path); put it back, or restore a backup"
        case .replaced(let path):
            "somebody has put another file in the place of \(path); put back what was there, or restore a backup"
        case .cut(let path): "somebody has cut \(path) short; restore a backup"
        case .closed(let path, let cause): "\(path) cannot be opened for writing: \(cause)"
        }
    }
}
