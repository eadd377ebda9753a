import Foundation
import Routing
import Synchronization
import Time

/// Wishes on their way from this machine to a database that is away, in their order. Who brings them in says by their numbers which the database has.
final class WishQueue: Sendable {
    private let copy: SQLiteEngine
    private let kept: Mutex<[KeptWish]>
    private let numbers: KeptNumbers
    private static let table = """
        CREATE TABLE IF NOT EXISTS waiting_wish (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, user TEXT NOT NULL, agent TEXT NOT NULL, what TEXT NOT NULL,
            starts_at INTEGER, ends_at INTEGER, note TEXT)
        """

    init(_ copy: SQLiteEngine) throws(LedgerError) {
        self.copy = copy
        let wishes = try copy.write { session in
            try session.execute(Self.table, [])
            return try session.checked("waiting_wish", "SELECT * FROM waiting_wish ORDER BY number").map(Self.wish)
        }
        kept = Mutex(wishes)
        numbers = try KeptNumbers(of: "wishes", in: copy)
    }

    var wishes: [KeptWish] { kept.withLock(\.self) }

    /// A wish with a number of its own, by which it is done once, however often it is sent.
    ///
    /// - Parameter granted: The last that the database has.
    func numbered(_ wish: KeptWish, after granted: Int64) -> KeptWish {
        var numbered = wish
        numbered.number = numbers.take(after: max(granted, kept.withLock { $0.last?.number ?? 0 }))
        // Where that cannot be, the clock tells a start as much.
        try? numbers.keep()
        return numbered
    }

    /// Has a wish, which has its number, on this machine's disk.
    func keep(_ numbered: KeptWish) throws(LedgerError) {
        try kept.withLock { kept throws(LedgerError) in
            let values = Self.values(numbered)
            try copy.write { session in
                _ = try session.execute(
                    """
                    INSERT INTO waiting_wish (number, at, user, agent, what, starts_at, ends_at, note)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """, values)
            }
            kept.append(numbered)
        }
    }

    func remove(_ number: Int64) throws(LedgerError) {
        try kept.withLock { kept throws(LedgerError) in
            try copy.write { session in
                _ = try session.execute("DELETE FROM waiting_wish WHERE number = $1", [SQLValue(number)])
            }
            kept.removeAll { $0.number == number }
        }
    }

    private static func values(_ wish: KeptWish) -> [SQLValue] {
        let what: [SQLValue] =
            switch wish.what {
            case .sick(let start, let end, let note): [.text("sick"), SQLValue(start), SQLValue(end), SQLValue(note)]
            case .pause(let end, let note): [.text("pause"), .null, SQLValue(end), SQLValue(note)]
            case .back: [.text("back"), .null, .null, .null]
            }
        return [SQLValue(wish.number), SQLValue(wish.at), .text(wish.user), SQLValue(wish.agent)] + what
    }

    private static func wish(_ row: CheckedRow) throws -> KeptWish {
        let (end, note) = (try row.optionalInstant("ends_at"), try row.optionalText("note"))
        let what: KeptWish.What
        switch try row.text("what") {
        case "sick": what = .sick(from: try row.instant("starts_at"), until: end, note: note)
        case "pause": what = .pause(until: try row.instant("ends_at"), note: note)
        case "back": what = .back
        case let word: throw row.foreign("what", word.debugDescription)
        }
        var wish = KeptWish(what, of: try row.agent("agent"), by: try row.text("user"), at: try row.instant("at"))
        wish.number = try row.number("number")
        return wish
    }
}
