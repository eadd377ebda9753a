package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink
import Wording

extension ControlInterface {
    /// One answer, or one at once and one after every change for a caller who wants more.
    package func status(
        _ request: RosterAPI.Status, _ caller: VarlinkCaller<RosterAPI.Status>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Status.Reply {
        let requester = await identify(caller.peer)
        let showsClients = request.clients == true
        let language = request.language.flatMap(Language.init) ?? .en
        guard caller.wantsMore else { return await status(for: requester, showsClients: showsClients, language) }
        let (occasions, looking) = occasionsToLook()
        defer { looking.cancel() }
        var told: RosterAPI.Status.Reply?
        for await _ in occasions {
            guard !Task.isCancelled else { break }
            let status = await status(for: requester, showsClients: showsClients, language)
            guard told?.saysTheSame(as: status) != true else { continue }
            try await caller.send(status)
            told = status
            // What comes meanwhile is one occasion: with many clients a status takes its time, and calls come in bursts.
            try? await Task.sleep(for: .milliseconds(50))
        }
        return await status(for: requester, showsClients: showsClients, language)
    }

    /// When the status may be another: after each change of the table, whenever something happens to a call, and every few seconds, as
    /// hours begin and end and a phone stops ringing. Ends with the daemon.
    private func occasionsToLook() -> (occasions: AsyncStream<Void>, looking: Task<Void, Never>) {
        let (occasions, look) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let looking = Task { [switchboard] in
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in await switchboard.changes() { look.yield() }
                    look.finish()
                }
                group.addTask {
                    for await _ in switchboard.recorder.watch() { look.yield() }
                }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(2))) != nil { look.yield() }
                }
            }
        }
        return (occasions, looking)
    }

    package func whoAmI(
        _ request: RosterAPI.WhoAmI, _ caller: VarlinkCaller<RosterAPI.WhoAmI>
    ) async throws(RosterAPI.Failure) -> RosterAPI.WhoAmI.Reply {
        let (requester, table) = (await identify(caller.peer), switchboard.table)
        let agent = requester.agent(in: table)?.agent
        var login: String?
        if case .user(let name) = requester.voice { login = name }
        return RosterAPI.WhoAmI.Reply(
            user: requester.user, login: login, agent: agent?.id.description, agentName: agent?.name,
            manager: requester.isManager, known: requester.voice != .nobody, wall: requester.isWall ? true : nil,
            name: requester.name(in: table))
    }

    package func listAbsences(
        _ request: RosterAPI.ListAbsences, _ caller: VarlinkCaller<RosterAPI.ListAbsences>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListAbsences.Reply {
        let requester = await identify(caller.peer)
        let table = switchboard.table
        guard requester.maySeeRoster(table) else { throw denied(.seeAbsences, requester, caller) }
        let now = self.now()
        let absences = table.roster.absences
            .filter { absence in
                guard let interval = absence.interval, interval.end > now else { return false }
                return request.agent.map { absence.agent == AgentID($0) } ?? true
            }
            .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        // Of an agent whom the directory does not have any more there may be absences that wait for a manager.
        if let agent = request.agent, absences.isEmpty, table.agent(AgentID(agent)) == nil {
            throw unknownAgent(agent, in: table)
        }
        func told(_ absences: [Absence]) -> [RosterAPI.Absence] {
            absences.map { absence in
                let agent = table.agent(absence.agent)?.agent
                return RosterAPI.Absence(absence, in: table, showsWhy: requester.mayReadWhy(agent), at: now)
            }
        }
        var reply = RosterAPI.ListAbsences.Reply(absences: told(absences))
        if request.waiting == true, requester.maySeeCoverage(table) {
            let waiting = table.roster.requests.filter { asked in
                asked.isWaiting(at: now) && request.agent.map { asked.leave.agent == AgentID($0) } ?? true
                    && requester.maySeeRequest(of: asked.leave.agent, in: table)
            }
            reply.waiting = told(waiting.map(\.leave))
        }
        return reply
    }

    private func status(
        for requester: Requester, showsClients: Bool, _ language: Language
    ) async -> RosterAPI.Status.Reply {
        // What is wrong with them is among the troubles.
        let sockets = await sockets()
        let table = switchboard.table
        let now = self.now()
        let overview = table.overview(at: now)
        let (busy, calls) = switchboard.desk.ongoing
        let showsPhones = requester.maySeeRoster(table)
        let silence = PBXSilence(sockets, since: started, at: now, isServed: table.isServed)
        let troubles =
            switchboard.troubles(in: language) + Self.silent(silence, table.clock, language)
            + (requester.isManager ? Self.openMatters(table, at: now, language) : [])
            + (await missedCalls(of: requester, at: now, language))
        let decisions = switchboard.desk.notes.counts.decisions.map { ($0.key.word, $0.value) }
        var message = RosterAPI.Status.Reply(
            version: version, timeZone: table.clock.zone, now: table.clock.rfc3339(now),
            generation: Int(clamping: table.generation), clients: overview.count.clients,
            inService: overview.count.inService,
            closed: overview.count.closed, withoutAgreement: overview.count.withoutAgreement,
            covered: overview.count.covered,
            uncovered: overview.uncovered.map {
                RosterAPI.UncoveredClient(client: $0.client.id.description, clientName: $0.client.name)
            },
            agents: table.agents.map {
                RosterAPI.AgentStatus(
                    $0, at: now, busy: busy,
                    calls: RosterAPI.OngoingCall.messages(
                        calls[$0.agent.id], showsID: requester.mayReadWhy($0.agent), in: table
                    ) { requester.isWall || requester.worksFor($0, in: table, at: now) },
                    in: table, showsPhone: showsPhones,
                    showsWhy: requester.mayReadWhy($0.agent))
            },
            decisions: Dictionary(decisions, uniquingKeysWith: +), degraded: switchboard.isDegraded,
            troubles: troubles.map(\.text),
            you: requester.agent(in: table)?.agent.id.description)
        message.troubleKinds = troubles.map(\.kind.rawValue)
        message.pbxSilent = silence.map { RosterAPI.PBXSilence($0, table.clock) }
        // Whoever is nobody reads counts alone.
        guard requester.voice != .nobody else { return message.nameless }
        message.sites = switchboard.sites.isEmpty ? nil : switchboard.sites.map { RosterAPI.Site($0) }
        message.waiting = switchboard.waiting.map {
            RosterAPI.Waiting(since: $0.since.map(table.clock.rfc3339), records: $0.records, wishes: $0.wishes)
        }
        message.database = switchboard.database.map {
            RosterAPI.Database(
                name: $0.name, cause: $0.cause, version: $0.server?.version, address: $0.server?.address,
                standbys: $0.server?.standbys)
        }
        message.noon = table.directory.settings.noon.description
        message.sockets = sockets.map { RosterAPI.SocketStatus($0, table.clock) }
        if showsClients, showsPhones {
            message.clientStates = table.clientStates(at: now).map { entry, state in
                RosterAPI.ClientStatus(
                    client: entry.client.id.description, clientName: entry.client.name,
                    state: RosterAPI.ClientStatus.State(word: state.rawValue))
            }
        }
        if requester.maySeeCoverage(table) {
            let calendars = switchboard.calendarStates(table, at: now)
            if !calendars.isEmpty {
                message.calendars = calendars.map { RosterAPI.ReadCalendar($0, in: table, for: requester) }
            }
        }
        if requester.maySeeGaps(table) {
            let gaps = await switchboard.gapsAhead.gaps(table, at: now)
            message.gapsAhead = gaps.prefix(Self.mostGapsAhead).map {
                RosterAPI.GapAhead($0.client, $0.gaps, in: table)
            }
            message.moreClientsAhead = gaps.count > Self.mostGapsAhead ? gaps.count - Self.mostGapsAhead : nil
        }
        return message
    }

    /// That PBXs have fallen silent; that none has asked yet is no trouble: majord may just have been installed.
    private static func silent(_ silence: PBXSilence?, _ clock: ServiceClock, _ language: Language) -> [Trouble] {
        guard let since = silence?.since else { return [] }
        return [Trouble(.pbx, TroubleWords(language).pbxSilent(since: clock.local(since).spelled(in: language)))]
    }

    /// Of how many clients with gaps ahead the status tells.
    private static let mostGapsAhead = 20

    /// Calls that wait to be called back, of those that the requester may read of.
    private func missedCalls(of requester: Requester, at instant: Instant, _ language: Language) async -> [Trouble] {
        let missed = try? await switchboard.missedCalls(isOwn: false, areClosedTold: false, by: requester)
        guard let missed = missed?.missed, !missed.isEmpty else { return [] }
        let overdue = missed.count { $0.isOverdue(at: instant) }
        return [Trouble(.missed, TroubleWords(language).missed(missed.count, overdue: overdue))]
    }

    /// What waits for a manager.
    private static func openMatters(_ table: RoutingTable, at instant: Instant, _ language: Language) -> [Trouble] {
        let words = TroubleWords(language)
        let orphans = table.roster.orphans(in: table.directory, at: instant).map(\.id)
        let deputyships = table.roster.orphanedDeputyships(in: table.directory, at: instant).map(\.id)
        let requests = table.roster.requests.filter { $0.isWaiting(at: instant) }.map(\.id)
        let cases = table.roster.orphanedCases(in: table.directory, on: table.clock.day(of: instant)).map(\.name)
        let earliest = instant.advanced(by: Milliseconds(-table.directory.settings.reviewAfter.count))
        let long = table.roster.absences.filter { absence in
            absence.kind == .sickness && absence.start < earliest && absence.interval?.contains(instant) == true
        }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        return (orphans.isEmpty ? [] : [Trouble(.orphans, words.orphans(orphans))])
            + (deputyships.isEmpty ? [] : [Trouble(.deputyships, words.orphanedDeputyships(deputyships))])
            + (requests.isEmpty ? [] : [Trouble(.requests, words.requests(requests))])
            + (cases.isEmpty ? [] : [Trouble(.cases, words.orphanedCases(cases))])
            + long.map { absence in
                let name = table.agent(absence.agent)?.agent.name ?? absence.agent.description
                return Trouble(
                    .sickness, words.longSickness(name, since: table.clock.day(of: absence.start), absence.id))
            }
    }
}

extension RosterAPI.Site {
    fileprivate init(_ site: KnownSite) {
        self.init(
            name: site.name, number: Int(site.number), version: site.version, generation: Int(site.generation),
            directory: site.directory, own: site.isOwn, teller: site.isTeller, away: site.isAway,
            heardSeconds: Double(site.heard.count) / 1_000, lag: Int(site.lag))
    }
}

extension RosterAPI.GapAhead {
    /// - Parameter gaps: At least one.
    fileprivate init(_ entry: ClientEntry, _ gaps: [Interval], in table: RoutingTable) {
        let (clock, later) = (table.clock, gaps.dropFirst())
        self.init(
            client: entry.client.id.description, clientName: entry.client.name, from: clock.rfc3339(gaps[0].start),
            until: clock.rfc3339(gaps[0].end), more: later.isEmpty ? nil : later.count,
            moreUntil: later.last.map { clock.rfc3339($0.end) },
            goesOn: table.goesOn(gaps[gaps.count - 1], of: entry) ? true : nil)
    }
}

extension RosterAPI.Status.Reply {
    /// What it says without anybody's name.
    fileprivate var nameless: Self {
        var counts = self
        (counts.uncovered, counts.agents, counts.troubles, counts.troubleKinds) = ([], [], [], nil)
        return counts
    }

    /// Whether it says the same as another, apart from what every question and every second changes.
    fileprivate func saysTheSame(as other: Self) -> Bool {
        var (mine, its) = (self, other)
        its.now = mine.now
        its.decisions = mine.decisions
        for index in mine.sites?.indices ?? 0..<0 { mine.sites?[index].heardSeconds = 0 }
        for index in its.sites?.indices ?? 0..<0 { its.sites?[index].heardSeconds = 0 }
        // A gap that goes on begins with the question.
        if let first = mine.gapsAhead, let second = its.gapsAhead, first.map(\.until) == second.map(\.until) {
            its.gapsAhead = mine.gapsAhead
        }
        mine.sockets = mine.sockets?.map(\.withoutTime)
        its.sockets = its.sockets?.map(\.withoutTime)
        return mine == its
    }
}

extension RosterAPI.SocketStatus {
    /// Whether somebody has asked over it, and not when.
    fileprivate var withoutTime: Self {
        var socket = self
        if lastQuestion != nil { socket.lastQuestion = "" }
        return socket
    }
}
