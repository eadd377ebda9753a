import Time

/// A directory that decides recorded calls again, with the roster of each call's moment: who replays tells of each change of that.
package struct Replay: Sendable {
    package private(set) var table: RoutingTable
    /// The numbers that are learned by now, where the table does not have them yet; and for whose calls it matters.
    private var learned: [LearnedNumber]?
    private var callers: Set<PhoneNumber> = []
    /// What is called where the record does not tell.
    private let exclusive: Party

    /// - Parameter table: Of the other directory, with the roster of the first moment.
    package init(_ table: RoutingTable) {
        self.table = table
        let numbers = table.directory.settings.exclusiveNumbers
        exclusive = (numbers.first { $0.owner == nil } ?? numbers.first).map { .number($0.number) } ?? .unknown
    }

    /// An agent has these absences from now on.
    package mutating func note(_ absences: [Absence], of agent: AgentID) {
        guard table.position(of: agent) != nil else { return }
        table = table.with(agents: RoutingTable.compileAgents(agent, absences, of: table))
    }

    package mutating func note(_ deputyships: [Deputyship]) {
        var roster = table.roster
        roster.deputyships = deputyships
        table = RoutingTable(table, roster: roster, generation: table.generation, changed: [])
    }

    /// These numbers are known from now on.
    ///
    /// - Parameter number: The one that was learned, refused or removed: it matters to calls from there alone, so that the table is compiled when
    ///   one comes.
    package mutating func note(_ numbers: [LearnedNumber], changed number: PhoneNumber) {
        learned = numbers
        callers.insert(number)
    }

    private mutating func takeLearned() {
        guard let numbers = learned else { return }
        (learned, callers) = (nil, [])
        var roster = table.roster
        roster.learnedNumbers = numbers
        table = RoutingTable(table, roster: roster, generation: table.generation, changed: [])
    }

    /// A client has these open cases from now on.
    package mutating func note(_ cases: [Case], of client: ClientID) {
        guard let position = table.positions.clients[client] else { return }
        var changed = table.cases
        changed.replace(cases, of: position, table.positions, pin: table.directory.settings.pin)
        table = table.with(cases: changed)
    }

    /// Decides a call as it came then. Nil where too little is known of it any more.
    package mutating func decide(_ call: RecordedCall) -> Decision? {
        // Of a number that is forgotten nobody knows whether it is one of them.
        if !callers.isEmpty, call.caller.map({ $0.number.map(callers.contains) ?? false }) ?? true { takeLearned() }
        let called = call.called.map(Party.number) ?? exclusive
        let busy = call.candidates.isEmpty ? .nobody : call.busy
        if let caller = call.caller {
            return table.decide(Call(caller: caller, called: called), at: call.noted, busy: busy)
        }
        guard let client = call.client, !call.isPersonal else { return nil }
        return table.decide(
            called, of: table.client(client), contact: call.contact, at: call.noted, busy: busy)
    }
}
