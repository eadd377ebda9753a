import Routing
import Time

/// Writes what becomes of calls to their records, in the order in which it did, and reads each record once at the most.
struct CallWriter<Session: SQLSession> {
    private let session: Session
    /// By the call's id; nil of one that has no record, or none that can be read: what somebody else has made unreadable is not written over.
    private var known: [String: KnownCall?] = [:]

    init(_ session: Session) { self.session = session }

    /// Reads the records of all calls of which something is to be written at once: where each question has a long way to go.
    mutating func read(_ changes: [CallRecord.Change]) throws where Session == PostgreSQLSession {
        let firsts = Dictionary(changes.map { ($0.callID, $0) }) { first, _ in first }.values
        // One with a NUL is there by another name.
        let ids = firsts.filter { !$0.beginsRecord && $0.what != .passedOver }.map(\.callID)
            .filter { !$0.utf8.contains(0) }
        guard ids.count > 1 else { return }
        let rows = try session.checked(
            "call",
            """
            SELECT DISTINCT ON (call_id) call_id, \(KnownCall.columns) FROM call
            WHERE call_id = ANY($1::text[])\(session.sites.own) ORDER BY call_id, id DESC
            """, [.text(Self.array(ids))])
        known = Dictionary(uniqueKeysWithValues: ids.map { ($0, nil) })
        for row in rows { known[try row.text("call_id")] = .some(KnownCall(row)) }
    }

    /// A list of texts as PostgreSQL reads one (https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO).
    private static func array(_ texts: [String]) -> String {
        let quoted = texts.map { text in
            // By scalars: with an accent behind it a quotation mark is another character.
            var quoted = "\""
            for scalar in text.unicodeScalars {
                if scalar == "\\" || scalar == "\"" { quoted += "\\" }
                quoted.unicodeScalars.append(scalar)
            }
            return quoted + "\""
        }
        return "{\(quoted.joined(separator: ","))}"
    }

    mutating func write(_ change: CallRecord.Change) throws {
        if case .decided = change.what {
            try letGoBefore(change.callID)
            return try insert(CallRecord(beginningWith: change))
        }
        if case .passedOver = change.what { return try passOver(change) }
        guard let before = try find(change.callID) else { return try insert(CallRecord(beginningWith: change)) }
        if case .dialled(let dialled, _) = change.what { try note(dialled, before, change.callID) }
        var course = before.course
        course.take(change.notBefore(before.asked))
        let (row, value) = row(of: before, change.callID, at: CallRow.courseNames.count + 1)
        try session.submit("\(CallRow.courseUpdate)\(row)", CallRow.values(course) + [value])
        if known[change.callID] != nil { known[change.callID]??.course = course }
        guard before.isSettled, let instant = course.settling(since: before.course) else { return }
        let (settled, number) = self.row(of: before, change.callID, at: 2)
        try session.submit(
            """
            INSERT INTO unsettled (at, call) VALUES ($1, \(settled))
            ON CONFLICT (call) DO UPDATE SET at = $1
            """, [SQLValue(instant), number])
    }

    private mutating func find(_ callID: String) throws -> KnownCall? {
        if let found = known[callID] { return found }
        let row = try session.checked(
            "call",
            "SELECT \(KnownCall.columns) FROM call WHERE call_id = $1\(session.sites.own) ORDER BY id DESC LIMIT 1",
            [.text(callID)]
        ).first
        let found = row.flatMap { KnownCall($0) }
        known[callID] = .some(found)
        return found
    }

    /// The SQL of the number of a call's record, with its value at a place of the statement.
    private func row(of call: KnownCall, _ callID: String, at place: Int) -> (String, SQLValue) {
        if let row = call.row { return ("$\(place)", SQLValue(row)) }
        return (
            "(SELECT id FROM call WHERE call_id = $\(place)\(session.sites.own) ORDER BY id DESC LIMIT 1)",
            .text(callID)
        )
    }

    /// An id that comes again is another call: a PBX may count from 1 after each restart. Nobody has the one before any more.
    private func letGoBefore(_ callID: String) throws {
        try session.submit(
            """
            UPDATE call SET held_at = NULL, holder = NULL, held_since = NULL, held_as = NULL
            WHERE call_id = $1 AND holder IS NOT NULL\(session.sites.own)
            """, [.text(callID)])
    }

    private mutating func insert(_ record: CallRecord) throws {
        try session.submit(CallRow.insertion, CallRow.values(record))
        known[record.callID] = KnownCall(
            row: nil, course: record.course, asked: record.decided == nil ? nil : record.noted,
            isSettled: record.isSettled)
        guard let event = NewEvent(record) else { return }
        try EventRow.append([event], to: session)
    }

    /// Reports of the call came before it was told that an agent dialled it.
    private mutating func note(_ dialled: CallRecord.Dialled, _ call: KnownCall, _ callID: String) throws {
        let (row, value) = row(of: call, callID, at: 1)
        try session.submit(
            """
            UPDATE call SET dialled = $2, dialled_by = $3, client = $4, contact = $5
            WHERE id = \(row) AND decision IS NULL AND dialled_by IS NULL
            """,
            [
                value, SQLValue(dialled.number?.description), SQLValue(dialled.agent),
                .text(dialled.client.description), SQLValue(dialled.contact),
            ])
        known[callID] = nil
    }

    private func passOver(_ change: CallRecord.Change) throws {
        // Nobody reports of a call that is older.
        let before = change.instant.advanced(by: Milliseconds(-Milliseconds.days(7).count))
        try session.submit("DELETE FROM passed_over WHERE at < $1", [SQLValue(before)])
        try session.submit(
            """
            INSERT INTO passed_over (mark, at) VALUES ($1, $2)
            ON CONFLICT (\(session.sites.passedOver)) DO UPDATE SET at = $2
            """,
            [SQLValue(CallMark(change.callID).number), SQLValue(change.instant)])
    }
}

/// What a record says of a call whose course goes on.
private struct KnownCall {
    static let columns = "id, client, reason, decision, noted_at, dialled_by, \(CallRow.courseColumns)"

    /// Nil for one that was written just now: it is the last one of its call.
    var row: Int64?
    var course: CallRecord.Course
    var asked: Instant?
    var isSettled: Bool
}

extension KnownCall {
    /// Nil where it cannot be read.
    fileprivate init?(_ row: CheckedRow) {
        guard let id = try? row.number("id"), let course = try? CallRow.course(row),
            let isSettled = try? CallRow.isSettled(row)
        else { return nil }
        self.init(row: id, course: course, asked: try? CallRow.asked(row), isSettled: isSettled)
    }
}

extension CallRecord.Change {
    /// Whether a new record begins with it, whatever there is.
    fileprivate var beginsRecord: Bool { if case .decided = what { true } else { false } }
}
