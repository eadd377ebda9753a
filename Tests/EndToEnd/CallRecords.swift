import Foundation
import Testing

/// One call's record in the ledger, as text; what is not there is nil.
struct RecordedCall: Decodable, Equatable {
    let callID: String
    let decision: String?
    let caller: String?
    let client: String?
    let action: String?
    let reason: String?
    /// `2101:20,2000:0`
    let targets: String?
    let rang: String?
    let answeredBy: String?
    let agent: String?
    let ended: String?
    /// Asked, rang, answered and ended were noted in this order, as far as they were noted.
    let isInOrder: Bool

    /// The extension that majord named first.
    var firstTarget: String? { targets?.split(separator: ":").first.map(String.init) }

    /// The phones that rang. A report whose answer was late is told twice.
    var phonesThatRang: [String] {
        (rang ?? "").split(separator: ",").map(String.init).reduce(into: []) { phones, phone in
            if phones.last != phone { phones.append(phone) }
        }
    }
}

extension Office {
    /// Ends majord and reads what it has recorded, oldest first.
    func recordedCalls() throws -> [RecordedCall] {
        majord?.signal(SIGTERM)
        _ = try majord?.ended()
        let ended = try Running(
            "python3",
            [
                "-c",
                """
                import json, sqlite3, sys
                rows = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute(
                    "SELECT call_id, decision, caller, client, action, reason, "
                    "(SELECT group_concat((value ->> 'extension') || ':' || (value ->> 'ring'), ',') FROM json_each(targets)), rang, answered_by, agent, ended, "
                    "asked_at, rang_at, answered_at, ended_at FROM call ORDER BY id")
                names = ["callID", "decision", "caller", "client", "action", "reason", "targets", "rang", "answeredBy", "agent", "ended"]
                calls = []
                for row in rows:
                    times = [time for time in row[11:] if time is not None]
                    calls.append(dict(zip(names, row), isInOrder=times == sorted(times)))
                json.dump(calls, sys.stdout)
                """, folder.appending(path: "state/ledger.sqlite").path,
            ], folder: folder
        ).ended()
        try #require(ended.status == 0, "\(ended.errors)")
        return try JSONDecoder().decode([RecordedCall].self, from: Data(ended.output.utf8))
    }
}
