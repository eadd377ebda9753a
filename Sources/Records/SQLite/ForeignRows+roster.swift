import Routing

extension ForeignRows {
    /// What the roster's tables, those of calls apart, never have.
    static let rosterRules: [Rule] = [
        Rule("absence", "weeks", "and hours are not", "hours IS NULL AND weeks IS NOT NULL"),
        Rule("absence", "exceptions", "and hours are not", "hours IS NULL AND exceptions IS NOT NULL"),
        Rule(
            "absence", "weeks", "and weeks count from 1 to 52",
            "hours IS NOT NULL AND (weeks IS NULL OR weeks NOT BETWEEN 1 AND 52)"),
        Rule("absence", "first_day", "and hours are another", "(first_day IS NULL) <> (hours IS NULL)"),
        Rule("absence", "uid", "and source is not", "(uid IS NULL) <> (source IS NULL)"),
        Rule("absence", "recurrence", "and source is not", "recurrence IS NOT NULL AND source IS NULL"),
        Rule("absence", "read_from", "and source is not", "read_from IS NOT NULL AND source IS NULL"),
        Rule("absence", "read_until", "and read_from is another", "(read_until IS NULL) <> (read_from IS NULL)"),
        Rule("request", "id", "and no absence has this number", "id NOT IN (SELECT id FROM absence)"),
        Rule("request", "deputy", "and no agent's id", "deputy = '' OR \(hasNUL("deputy"))"),
        Rule(
            "request", "state", "and no state of a request",
            "state NOT IN ('waiting', 'approved', 'declined', 'withdrawn')"),
        Rule(
            "request", "decided_by", "and the state another", "(decided_by IS NULL) <> (state = 'waiting')"),
        Rule("request", "decided_at", "and the state another", "(decided_at IS NULL) <> (state = 'waiting')"),
        Rule("request", "why", "and it was declined", "why IS NULL AND state = 'declined'"),
        Rule("deputyship", "id", "and numbers count from 1", "id < 1"),
        Rule("deputyship", "deputy", "and no agent's id", "deputy = '' OR \(hasNUL("deputy"))"),
        Rule("deputyship", "agent", "and no agent's id", "agent = '' OR \(hasNUL("agent"))"),
        Rule("deputyship", "client", "and no client's id", "client = '' OR \(hasNUL("client"))"),
        Rule("deputyship", "client", "and agent is, too", "client IS NULL AND agent IS NULL"),
        Rule("deputyship", "end", "before its start", "end < start"),
        Rule("deputyship", "end", "its start, and nobody has cancelled it", "end = start AND ended_by IS NULL"),
        Rule("deputyship", "ended_by", "and ended_at is not", "ended_by IS NULL AND ended_at IS NOT NULL"),
        Rule("deputyship", "ended_at", "and ended_by is not", "ended_at IS NULL AND ended_by IS NOT NULL"),
        Rule("deputyship", "note", "a text with a NUL", hasNUL("note")),
        Rule("learned_number", "client", "and no client's id", "client = '' OR \(hasNUL("client"))"),
        Rule("learned_number", "contact", "and client is not", "contact IS NOT NULL AND client IS NULL"),
        Rule("learned_number", "function", "and client is not", "function IS NOT NULL AND client IS NULL"),
        Rule("calendar", "failure", "and failed_at is not", "(failure IS NULL) <> (failed_at IS NULL)"),
        Rule("calendar", "agent", "and no agent's id", "agent = '' OR \(hasNUL("agent"))"),
        Rule("roster_change", "deed", "and no word for what is done", "deed NOT IN (\(deeds))"),
        Rule(
            "roster_change", "absence", "and a line is about one thing",
            "(absence IS NOT NULL) + (deputyship IS NOT NULL) + (number IS NOT NULL) + (client_case IS NOT NULL) <> 1"),
        Rule("client_case", "id", "and numbers count from 1", "id < 1"),
        Rule("client_case", "client", "and no client's id", "client = '' OR \(hasNUL("client"))"),
        Rule("client_case", "holder", "and no agent's id", "holder = '' OR \(hasNUL("holder"))"),
        Rule("client_case", "kind", "and no kind of a case", "kind NOT IN (\(caseKinds))"),
        Rule("client_case", "closed_by", "and closed_at is not", "(closed_by IS NULL) <> (closed_at IS NULL)"),
        Rule("missed_call", "how", "and no way to miss a call", "how NOT IN (\(ways))"),
        Rule("missed_call", "calls", "and a missed call is one at least", "calls < 1"),
        Rule("missed_call", "closed_how", "and closed_at is another", "(closed_how IS NULL) <> (closed_at IS NULL)"),
        Rule("missed_call", "closed_by", "and closed_at is another", "(closed_by IS NULL) <> (closed_at IS NULL)"),
        Rule(
            "sqlite_sequence", "seq", "so nothing further can have a number",
            "name IN ('absence', 'deputyship', 'learned_number', 'roster_change', 'client_case', 'missed_call', 'event', 'directory_version') "
                + "AND (typeof(seq) <> 'integer' OR seq < 0 OR seq = \(last))"),
    ]
    private static let deeds = RosterChange.Deed.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    private static let caseKinds = Case.Kind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    private static let ways = MissedCall.How.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
