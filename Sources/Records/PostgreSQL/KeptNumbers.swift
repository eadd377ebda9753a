import Foundation
import Synchronization

/// The numbers of what a site sends to the database: each greater than all that the site has given before, also where the clock goes back and nothing
/// waits on the machine any more. By the last one the database knows what it has, so that nothing that is sent twice is done twice.
final class KeptNumbers: Sendable {
    private let copy: SQLiteEngine
    /// What stands in the copy, as that which a program was told of last.
    private let mark: String
    private let last: Mutex<Int64>

    /// - Parameter what: What is numbered.
    init(of what: String, in copy: SQLiteEngine) throws(LedgerError) {
        (self.copy, mark) = (copy, "majord \(what)")
        last = Mutex(try SQLEvents(engine: copy).told(mark) ?? 0)
    }

    /// The first of so many new ones.
    ///
    /// - Parameter known: The last one that is known from elsewhere.
    func take(_ count: Int = 1, after known: Int64) -> Int64 {
        let now = Int64(Date().timeIntervalSince1970 * 1_000)
        return last.withLock { last in
            let first = max(max(last, known) + 1, now)
            last = first + Int64(count) - 1
            return first
        }
    }

    /// Has the last one on this machine's disk, for a start to come.
    func keep() throws(LedgerError) { try SQLEvents(engine: copy).note(mark, toldOf: last.withLock(\.self)) }
}
