package import Time

/// What somebody has done to the files of a ledger that majord has open.
package enum LedgerHindrance: Equatable, Sendable {
    /// The ledger is not in its place any more.
    case removed(path: String)
    /// Another file is there.
    case replaced(path: String)
    /// A link is there.
    case linked(path: String)
    /// The file is shorter than what majord has written into it.
    case cut(path: String)
    /// The log is not in its place any more, and cannot be written anew there for a cause that is known once it was tried. The ledger has what
    /// was changed until an instant.
    case logGone(path: String, since: Instant, cause: String?)
    /// The log has not all that was written into it. The ledger has what was changed until an instant.
    case logCut(path: String, since: Instant)
    /// The memory that processes share is shorter than what is mapped of it, which would end majord. It is made of the log anew.
    case memoryCut(path: String)
    /// The lock is not in its place any more, so that another majord may come in.
    case unlocked(path: String)
    /// What is open can be written; nobody could open it anew, and so the next start would fail.
    case closed(path: String, cause: String)

    /// Whether what is written now would be gone when majord ends: then nothing is written.
    package var isGone: Bool {
        switch self {
        case .removed, .replaced, .linked, .cut, .logGone, .logCut: true
        case .memoryCut, .unlocked, .closed: false
        }
    }

    /// Since when what was changed may be gone with the log at the next start; nil where it is not.
    package var lostSince: Instant? {
        switch self {
        case .logGone(_, let since, _), .logCut(_, let since): since
        case .removed, .replaced, .linked, .cut, .memoryCut, .unlocked, .closed: nil
        }
    }
}

extension LedgerHindrance: CustomStringConvertible {
    package var description: String {
        switch self {
        case .removed(let path): "somebody has removed \(path); put it back, or restore a backup"
        case .replaced(let path):
            "somebody has put another file in the place of \(path); put back what was there, or restore a backup"
        case .linked(let path): "somebody has put a link in the place of \(path); put back what was there"
        case .cut(let path): "somebody has cut \(path) short; restore a backup"
        case .logGone(let path, _, let cause):
            "somebody has removed or replaced \(path)"
                + (cause.map { ", and it cannot be written anew (\($0))" } ?? "; majord writes it anew")
        case .logCut(let path, _):
            "somebody has cut \(path) short or written into it; restart majord, which goes on with what is left, or restore a backup"
        case .memoryCut(let path): "somebody has cut \(path) short; majord makes it anew"
        case .unlocked(let path):
            "somebody has removed or replaced \(path), and another process has it by now, or it cannot be made; remove what is there"
        case .closed(let path, let cause): "\(path) cannot be opened for writing: \(cause)"
        }
    }
}

extension LedgerHindrance {
    /// What is said once it is mended: nothing is lost.
    package var mended: String {
        switch self {
        case .logGone(let path, _, _):
            "somebody has removed or replaced \(path); majord has written it anew, with all that was in it"
        case .unlocked(let path): "somebody has removed \(path); majord has made it anew and locked it"
        case .memoryCut(let path): "somebody has cut \(path) short; majord has made it anew, and nothing is lost"
        case .removed, .replaced, .linked, .cut, .logCut, .closed: description
        }
    }
}
