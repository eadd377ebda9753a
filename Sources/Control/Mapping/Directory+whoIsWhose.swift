import MajorAPI
import Records
import Routing
import Switchboard
import Time

// Agents and clients to messages of `org.majord.Directory`.

extension DirectoryAPI.Change {
    init(_ change: ComingChange, _ clock: ServiceClock) {
        self.init(
            what: What(word: change.what.rawValue), at: clock.rfc3339(change.at), agent: change.agent?.id.description,
            agentName: change.agent?.name, client: change.client?.client.id.description,
            clientName: change.client?.client.name, leaves: change.leaves)
    }
}

extension DirectoryAPI.Agent {
    /// - Parameters:
    ///   - showsWhy: Whether the reader may know why this agent is away.
    ///   - stale: Calendars that were read too long ago.
    init(
        _ entry: AgentEntry, at instant: Instant, busy: BusyAgents, posts: [(client: ClientEntry, role: Role)],
        load: Capacity.Load, stale: [CalendarStandings.Stale], in table: RoutingTable, showsWhy: Bool
    ) {
        let standing = table.standing(entry, at: instant, busy: busy, showsWhy: showsWhy)
        self.init(
            id: entry.agent.id.description, name: entry.agent.name, extension: entry.agent.phone.description,
            state: State(word: standing.word), until: standing.until, load: load.percent,
            clients: posts.map { post in
                DirectoryAPI.Post(
                    client: post.client.client.id.description, clientName: post.client.client.name,
                    role: DirectoryAPI.Post.Role(word: post.role.rawValue))
            },
            next: table.nextChange(of: entry, after: instant).map { DirectoryAPI.Change($0, table.clock) },
            lastDay: entry.agent.employment.until.map { "\($0)" },
            calendar: DirectoryAPI.StaleCalendar(of: entry.agent, stale, table.clock),
            unreachable: standing.isUnreachable,
            availableUntil: entry.leaves(after: instant).map(table.clock.rfc3339))
    }
}

extension DirectoryAPI.StaleCalendar {
    /// Nil where the agent's is read as it is to be.
    fileprivate init?(of agent: Routing.Agent, _ stale: [CalendarStandings.Stale], _ clock: ServiceClock) {
        guard let own = stale.first(where: { $0.calendar.agent == agent.id }) else { return nil }
        self.init(source: own.calendar.source, read: own.read.map(clock.rfc3339), why: own.failure)
    }
}

extension DirectoryAPI.Client {
    init(
        _ entry: ClientEntry, _ state: ClientState, at instant: Instant, busy: BusyAgents,
        stale: [CalendarStandings.Stale], in table: RoutingTable, mayReadWhy: (Agent?) -> Bool
    ) {
        let all = table.standing(for: entry, at: instant, busy: busy)
        let agents = all.map { agent, role, _ in
            let standing = table.standing(agent, at: instant, busy: busy, showsWhy: mayReadWhy(agent.agent))
            return DirectoryAPI.ClientAgent(
                agent: agent.agent.id.description, agentName: agent.agent.name,
                role: DirectoryAPI.ClientAgent.Role(word: role.rawValue),
                state: DirectoryAPI.ClientAgent.State(word: standing.word), until: standing.until,
                lastDay: agent.agent.employment.until.map { "\($0)" },
                calendar: DirectoryAPI.StaleCalendar(of: agent.agent, stale, table.clock),
                unreachable: standing.isUnreachable)
        }
        let isServed = state == .covered || state == .uncovered
        self.init(
            id: entry.client.id.description, name: entry.client.name,
            size: Size(word: entry.client.size.rawValue), state: State(word: state.rawValue),
            opens: state == .closed ? entry.opens(after: instant).map(table.clock.rfc3339) : nil, agents: agents,
            answering: isServed ? all.first { $0.isFree }?.agent.agent.id.description : nil,
            next: table.nextChange(of: entry, after: instant).map { DirectoryAPI.Change($0, table.clock) },
            closes: isServed ? entry.closes(after: instant).map(table.clock.rfc3339) : nil)
    }

    /// What only those who stand for the client, and managers, may read.
    ///
    /// - Parameter learned: Numbers of his that managers have entered.
    mutating func tellParticulars(of entry: ClientEntry, learned: [PhoneNumber]?) {
        let agreement = entry.client.agreement
        self.agreement = DirectoryAPI.Agreement(
            title: agreement.title, references: agreement.references, level: agreement.level,
            start: agreement.start.description, end: agreement.end?.description)
        signatory = entry.client.signatory.map { DirectoryAPI.Contact(name: $0.name, function: $0.function) }
        address = entry.client.address?.lines
        notes = entry.client.notes
        numbers = entry.client.numbers.map(\.block.description)
        self.learned = learned?.map(\.description)
        contacts = entry.client.contacts.map { contact in
            DirectoryAPI.Contact(
                name: contact.name, function: contact.function, mobile: contact.mobile?.block.description,
                email: contact.email)
        }
    }

    /// The gaps of the time that is looked ahead, of very many the first.
    mutating func tellGaps(of entry: ClientEntry, at instant: Instant, in table: RoutingTable) {
        let limit = 1_000
        guard let interval = Interval(from: instant, until: instant.advanced(by: RoutingTable.outlook)) else { return }
        let all = table.coverage(of: entry, over: interval).gapStretches
        gaps = all.prefix(limit).map { gap in
            let goesOn = gap == all.last && table.goesOn(gap, of: entry)
            return DirectoryAPI.Gap(
                from: table.clock.rfc3339(gap.start), until: table.clock.rfc3339(gap.end),
                goesOn: goesOn ? true : nil)
        }
        moreGaps = all.count > limit ? all.count - limit : nil
    }
}

extension RoutingTable {
    /// What an agent does, as a word of the interface, and until when; and whether his phone cannot be reached (else nil).
    fileprivate func standing(
        _ entry: AgentEntry, at instant: Instant, busy: BusyAgents, showsWhy: Bool
    ) -> (word: String, until: String?, isUnreachable: Bool?) {
        let status = RosterAPI.AgentStatus(
            entry, at: instant, busy: busy, in: self, showsPhone: true, showsWhy: showsWhy)
        return (status.state.word, status.until, status.unreachable)
    }
}

extension Address {
    /// As it stands on an envelope.
    fileprivate var lines: [String] {
        [[street, number], [postcode, city], [country]]
            .map { $0.compactMap(\.self).joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
