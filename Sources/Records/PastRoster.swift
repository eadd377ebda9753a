package import Routing
package import Time

/// A line of the history with what its texts leave out.
package struct RosterLine: Sendable, Equatable {
    package let change: RosterChange
    /// Of a case: who called about it.
    package let caller: PhoneNumber?
    /// Of leave that is asked for: who is to stand in.
    package let deputy: AgentID?
    /// Of an absence or deputyship: who entered it, and when.
    package let enteredBy: String?
    package let enteredAt: Instant?

    package init(
        _ change: RosterChange, caller: PhoneNumber? = nil, deputy: AgentID? = nil, enteredBy: String? = nil,
        enteredAt: Instant? = nil
    ) {
        self.change = change
        self.caller = caller
        self.deputy = deputy
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
    }

    /// Whoever entered it; of what is forgotten, whoever has changed it.
    fileprivate var entry: (by: String, at: Instant) { (enteredBy ?? change.by, enteredAt ?? change.at) }

    /// The line that leads back to how it was before; nil where nothing was, or nobody knows.
    var undone: RosterLine? {
        guard let before = change.before else { return nil }
        let deed: RosterChange.Deed =
            switch change.subject {
            case .absence: .changed
            case .deputyship: .entered
            case .number: KeptNumber(json: before)?.client == nil ? .refused : .learned
            case .file: .opened
            case .forgotten: .forgotten
            }
        return RosterLine(
            RosterChange(
                id: change.id, at: change.at, by: change.by, deed: deed, subject: change.subject, agent: change.agent,
                client: change.client, after: before), caller: caller, enteredBy: enteredBy, enteredAt: enteredAt)
    }
}

/// The roster as it stood at a moment, which goes on from there line by line of the history, as it went on then: what was entered, changed or
/// given later, whatever time it is about, does not count before its line.
package struct PastRoster: Sendable {
    private var ofAgents: [AgentID: [Absence]] = [:]
    private var requests: [Int64: LeaveRequest] = [:]
    /// In force and to come, in the order in which they were named.
    package private(set) var deputyships: [Deputyship]
    /// In the order in which they were entered.
    package private(set) var learnedNumbers: [LearnedNumber]
    private var ofClients: [ClientID: [Case]] = [:]

    /// What a line made another.
    package enum Touched: Sendable, Equatable {
        case absences([AgentID])
        case deputyships
        case number(PhoneNumber)
        case cases(ClientID)
        /// What does not count when calls are decided.
        case nothing
    }

    package init(_ roster: Roster = Roster()) {
        for absence in roster.absences { ofAgents[absence.agent, default: []].append(absence) }
        for request in roster.requests { requests[request.id] = request }
        deputyships = roster.deputyships
        learnedNumbers = roster.learnedNumbers
        for file in roster.cases { ofClients[file.client, default: []].append(file) }
    }

    /// An agent's absences: those that were over when one of them changed last are left out.
    package func absences(of agent: AgentID) -> [Absence] { ofAgents[agent] ?? [] }

    /// A client's open cases, in the order in which they were opened.
    package func cases(of client: ClientID) -> [Case] { ofClients[client] ?? [] }

    /// All of it, but what is over.
    package func roster(at instant: Instant) -> Roster {
        Roster(
            absences: ofAgents.values.joined().filter { ($0.interval?.end ?? .earliest) > instant }
                .sorted { ($0.start, $0.id) < ($1.start, $1.id) },
            deputyships: deputyships.filter { ($0.interval?.end ?? .earliest) > instant },
            requests: requests.values.filter { $0.leave.end ?? .latest > instant }.sorted { $0.id < $1.id },
            learnedNumbers: learnedNumbers.sorted { $0.enteredAt < $1.enteredAt },
            cases: ofClients.values.joined().sorted { $0.id < $1.id },
            completeFrom: instant)
    }

    /// Takes the next line. What it says in words that no majord writes makes nothing another.
    package mutating func take(_ line: RosterLine) -> Touched {
        switch line.change.subject {
        case .absence(let id): absence(id, line)
        case .deputyship(let id): deputyship(id, line)
        case .number(let number): self.number(number, line.change)
        case .file(let id): file(id, line)
        case .forgotten: .nothing
        }
    }

    private mutating func absence(_ id: Int64, _ line: RosterLine) -> Touched {
        let change = line.change
        switch change.deed {
        case .declined, .withdrawn:
            requests[id] = nil
            return .nothing
        case .requested:
            guard let leave = change.after.flatMap({ KeptAbsence(json: $0) }).flatMap({ Absence(id, $0, line.entry) })
            else {
                return .nothing
            }
            requests[id] = LeaveRequest(leave: leave, deputy: line.deputy)
            return .nothing
        default: break
        }
        guard let kept = change.after.flatMap({ KeptAbsence(json: $0) }) else { return .nothing }
        var agents = [kept.agent]
        if change.deed == .given, let before = change.before.flatMap({ KeptAbsence(json: $0) })?.agent,
            before != kept.agent
        {
            agents.append(before)
        }
        requests[id] = nil
        for agent in agents {
            // What is over is left out, so that this does not grow.
            ofAgents[agent]?.removeAll { $0.id == id || ($0.end ?? .latest) <= change.at }
        }
        guard let absence = Absence(id, kept, line.entry) else { return .nothing }
        ofAgents[absence.agent, default: []].append(absence)
        return .absences(agents)
    }

    private mutating func deputyship(_ id: Int64, _ line: RosterLine) -> Touched {
        let change = line.change
        guard let kept = change.after.flatMap({ KeptDeputyship(json: $0) }) else { return .nothing }
        let post: Deputyship.Post
        switch (kept.agent, kept.client) {
        case (let agent?, let client): post = .agent(agent, client: client)
        case (nil, let client?): post = .client(client)
        case (nil, nil): return .nothing
        }
        deputyships.removeAll { $0.id == id || $0.end <= change.at }
        let place = deputyships.firstIndex { $0.id > id } ?? deputyships.endIndex
        deputyships.insert(
            Deputyship(
                id: id, deputy: kept.deputy, post: post, start: kept.start, end: kept.end,
                enteredBy: line.entry.by, enteredAt: line.entry.at, note: kept.note),
            at: place)
        return .deputyships
    }

    private mutating func number(_ number: PhoneNumber, _ change: RosterChange) -> Touched {
        learnedNumbers.removeAll { $0.number == number }
        guard let kept = change.after.flatMap({ KeptNumber(json: $0) }) else { return .number(number) }
        learnedNumbers.append(
            LearnedNumber(
                number: number,
                meaning: kept.client.map { .client($0, contact: kept.contact, function: kept.function) } ?? .refused,
                enteredBy: change.by, enteredAt: change.at))
        return .number(number)
    }

    private mutating func file(_ id: Int64, _ line: RosterLine) -> Touched {
        let change = line.change
        guard let client = change.client else { return .nothing }
        var files = ofClients.removeValue(forKey: client) ?? []
        defer { if !files.isEmpty { ofClients[client] = files } }
        let place = files.firstIndex { $0.id == id }
        switch change.deed {
        case .closed: files.removeAll { $0.id == id }
        case .opened:
            guard let kept = change.after.flatMap({ KeptCase(json: $0) }), let kind = Case.Kind(rawValue: kept.kind)
            else { return .nothing }
            files.removeAll { $0.id == id }
            files.append(
                Case(
                    id: id, client: client, holder: kept.holder, kind: kind, reference: kept.reference,
                    contact: kept.contact, caller: line.caller, openedBy: change.by, openedAt: change.at,
                    touched: change.at))
        default:
            guard let place else { return .nothing }
            files[place].touched = change.at
            if change.deed == .given, let holder = change.agent { files[place].holder = holder }
        }
        return .cases(client)
    }
}

extension Absence {
    fileprivate init?(_ id: Int64, _ kept: KeptAbsence, _ entry: (by: String, at: Instant)) {
        guard let kind = Kind(rawValue: kept.kind) else { return nil }
        self.init(
            id: id, agent: kept.agent, kind: kind, start: kept.start, end: kept.end, series: kept.series,
            enteredBy: entry.by, enteredAt: entry.at, note: kept.note,
            origin: kept.source.flatMap { source in
                kept.uid.map { CalendarOrigin(source: source, uid: $0, recurrence: kept.recurrence) }
            })
    }
}
