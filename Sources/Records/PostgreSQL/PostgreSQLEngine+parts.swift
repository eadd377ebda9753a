import Foundation
import Synchronization

// What each majord has in its memory, and what is counted of it.
extension PostgreSQLEngine {
    func load<Value>(_ part: SharedPart, _ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        let (number, value) = try read { session in
            let row = try session.checked(
                "standing", "SELECT number FROM standing WHERE name = $1", [.text(part.rawValue)]
            ).first
            return (try row?.number("number"), try body(session))
        }
        standing.withLock { $0.counts.seen[part] = number }
        return value
    }

    func change<Value>(_ part: SharedPart, _ body: (PostgreSQLSession) throws -> Value) throws(LedgerError) -> Value {
        // Of the rest there may be much, and nobody waits for it.
        let isUrgent = part == .roster
        let (number, value) = try turns(isUrgent: isUrgent) { () throws(LedgerError) in
            let seen = standing.withLock { $0.counts.seen[part] }
            let (number, value) = try transaction(within: isUrgent ? Self.whole : nil) { session in
                let number = try count(part, session)
                // Whoever has not read it yet does not change it for anything that he knows.
                if let seen, seen != number - 1 { throw LedgerError.overtaken }
                return (number, try body(session))
            }
            standing.withLock { $0.counts.seen[part] = number }
            return (number, value)
        }
        changed.withLock(\.self)?([part: number])
        return value
    }

    func change<Value>(
        anyOf parts: [SharedPart], _ body: (PostgreSQLSession) throws -> Value
    ) throws(LedgerError) -> Value {
        let (numbers, value) = try turns { () throws(LedgerError) in
            let (numbers, value) = try transaction { session in
                (try parts.map { ($0, try count($0, session)) }, try body(session))
            }
            standing.withLock { standing in
                for (part, number) in numbers where standing.counts.seen[part] == number - 1 {
                    standing.counts.seen[part] = number
                }
            }
            return (numbers, value)
        }
        if !numbers.isEmpty { changed.withLock(\.self)?(Dictionary(numbers) { max($0, $1) }) }
        return value
    }

    /// Counts a change of a part, which nobody else changes until it is committed. Others are told of it once it is (`changed`): a NOTIFY in it would
    /// have every other that is told of, of whatever part and site, wait until it is on the standbys' disks.
    private func count(_ part: SharedPart, _ session: PostgreSQLSession) throws -> Int64 {
        let row = try session.checked(
            "standing", "UPDATE standing SET number = number + 1 WHERE name = $1 RETURNING number",
            [.text(part.rawValue)]
        ).first
        return try row?.number("number") ?? 0
    }
}
