import Routing
import Time

/// A change of a call's record as a row of the table `waiting_call` on this machine: what the record has in columns is in columns of the same names.
enum WaitingCallRow {
    private static let names = [
        "number", "what", "at", "report", "phone", "dialled_text", "status", "effect", "effect_phone", "credit",
        "report_agent", "part",
    ]

    static let table =
        "CREATE TABLE IF NOT EXISTS waiting_call (\((names + [CallRow.columns]).joined(separator: ", ")), PRIMARY KEY (number))"

    private static let insertion = """
        INSERT INTO waiting_call (\((names + [CallRow.columns]).joined(separator: ", "))) VALUES (\(places))
        """
    private static let places = (1...(names.count + CallRow.decidedNames.count + CallRow.courseNames.count))
        .map { "$\($0)" }.joined(separator: ", ")

    static func insert(_ change: CallRecord.Change, as number: Int64, in session: some SQLSession) throws {
        var record = CallRecord(callID: change.callID, noted: change.instant)
        var report: CallRecord.Report?
        let what: String
        switch change.what {
        case .decided(let decided):
            what = "decided"
            record = CallRecord(callID: change.callID, noted: change.instant, decided: decided)
        case .dialled(let dialled, let itsReport):
            what = "dialled"
            (record.dialled, report) = (dialled, itsReport)
        case .reported(let itsReport): (what, report) = ("reported", itsReport)
        case .freed: what = "freed"
        case .passedOver: what = "passed-over"
        }
        try session.execute(
            insertion,
            [SQLValue(number), .text(what), SQLValue(change.instant)] + values(report) + CallRow.values(record))
    }

    private static func values(_ report: CallRecord.Report?) -> [SQLValue] {
        guard let report else { return Array(repeating: .null, count: 9) }
        var (number, status): (String?, String?)
        switch report.kind {
        case .called(_, let text): number = text
        case .ended(let its): status = its.rawValue
        case .ringing, .answered, .up, .released: break
        }
        let (effect, phone, credit): (String, Extension?, Bool) =
            switch report.effect {
            case .rings(let phone): ("rings", phone, false)
            case .answers(let phone, let credit): ("answers", phone, credit)
            case .staysUp(let phone): ("stays-up", phone, false)
            case .letsGo: ("lets-go", nil, false)
            case .ends: ("ends", nil, false)
            case .nothing: ("nothing", nil, false)
            case .late(let credit): ("late", nil, credit)
            }
        return [
            .text(report.kind.name.word), SQLValue(report.kind.phone?.description), SQLValue(number), SQLValue(status),
            .text(effect), SQLValue(phone?.description), SQLValue(credit ? 1 : 0),
            SQLValue(report.agent?.description), SQLValue(report.part?.word),
        ]
    }

    static func change(_ row: CheckedRow) throws -> CallRecord.Change {
        let record = try CallRow.record(row)
        let what: CallRecord.Change.What
        switch try row.text("what") {
        case "decided":
            guard let decided = record.decided else { throw row.foreign("decision", "none") }
            what = .decided(decided)
        case "dialled":
            guard let dialled = record.dialled else { throw row.foreign("dialled_by", "none") }
            what = .dialled(dialled, try report(row))
        case "reported": what = .reported(try report(row))
        case "freed": what = .freed
        case "passed-over": what = .passedOver
        case let word: throw row.foreign("what", word.debugDescription)
        }
        return CallRecord.Change(callID: record.callID, instant: try row.instant("at"), what: what)
    }

    private static func report(_ row: CheckedRow) throws -> CallRecord.Report {
        let agent = try row.optionalText("report_agent").map { AgentID($0) }
        let part: Target.Part? = try row.optionalWord("part") { Target.Part(word: $0) }
        return CallRecord.Report(try kind(row), try effect(row), agent: agent, part: part)
    }

    private static func kind(_ row: CheckedRow) throws -> CallEvent.Kind {
        func phone() throws -> Extension { try row.word("phone") { Extension($0) } }
        return switch try row.text("report") {
        case "ringing": .ringing(try phone())
        case "answered": .answered(try phone())
        case "up": .up
        case "released": .released(try phone())
        case "ended": .ended(try row.word("status"))
        case "called": .called(try phone(), number: try row.text("dialled_text"))
        case let word: throw row.foreign("report", word.debugDescription)
        }
    }

    private static func effect(_ row: CheckedRow) throws -> CallProgress.Effect {
        func phone() throws -> Extension { try row.word("effect_phone") { Extension($0) } }
        let hasCredit = try row.number("credit") == 1
        return switch try row.text("effect") {
        case "rings": .rings(try phone())
        case "answers": .answers(try phone(), hasCredit: hasCredit)
        case "stays-up": .staysUp(try phone())
        case "lets-go": .letsGo
        case "ends": .ends
        case "nothing": .nothing
        case "late": .late(hasCredit: hasCredit)
        case let word: throw row.foreign("effect", word.debugDescription)
        }
    }
}
