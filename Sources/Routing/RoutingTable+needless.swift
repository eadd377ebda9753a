package import Time

extension Deputyship {
    /// Why no call comes to a deputy as things stand; raw values are the words of the control interface.
    package enum Needless: String, CaseIterable, Sendable {
        /// None of those for whom he would stand in has service in that time.
        case noService = "no_service"
        /// Those for whom he would stand in are his own: he is in the pair.
        case inPair = "in_pair"
        /// He for whom he would stand in is not in that pair, or in none.
        case notStanding = "not_standing"
        /// Somebody of the pair, or another deputy, is there all the time.
        case somebodyThere = "somebody_there"
        // Somebody is missing, and he is not there either.
        case notEmployed = "not_employed"
        case away
        case outsideHours = "outside_hours"
        /// Of several causes.
        case notThere = "not_there"
    }
}

extension RoutingTable {
    /// Why no call comes to a deputy: what a gap would be without him is one with him, or there is none. Nil where he closes any.
    ///
    /// - Returns: Nil as well where a deputyship begins after the stretch that is looked at, two years.
    package func needlessness(of deputyship: Deputyship) -> Deputyship.Needless? {
        guard let term = deputyship.interval, let deputy = position(of: deputyship.deputy),
            let interval = Interval(from: term.start, until: min(term.end, term.start.advanced(by: .days(732))))
        else { return .noService }
        var roster = self.roster
        roster.deputyships.removeAll { $0.id == deputyship.id }
        let before = RoutingTable(self, roster: roster, generation: generation, changed: [])
        roster.deputyships.append(deputyship)
        let after = RoutingTable(before, roster: roster, generation: generation, changed: [])
        var reader = CoverageReader(after, over: interval)
        var beforeReader = CoverageReader(before, over: interval)
        var (served, missing) = (Timeline.never, Timeline.never)
        for entry in after.clientsConcerned(by: deputyship.deputy) {
            let (coverage, coverageBefore) = (reader.coverage(of: entry), beforeReader.coverage(of: entry))
            guard coverage.gaps == coverageBefore.gaps else { return nil }
            var standing = after.standing(deputy, for: entry, over: interval)
                .subtracting(before.standing(deputy, for: entry, over: interval))
            // While he is in the pair himself he closes nothing, though somebody may be missing.
            if !standing.isEmpty { standing = standing.union(entry.terms(inPair: deputy, over: interval)) }
            served = served.union(coverage.service.intersection(standing))
            missing = missing.union(coverageBefore.gaps.intersection(standing))
        }
        if served.isEmpty { return causeOfNoService(deputyship, deputy, over: interval) }
        return missing.isEmpty ? .somebodyThere : agents[deputy].absence(from: missing, over: interval)
    }

    /// Whether no call comes of a deputyship any more since he for whom it is stands for nobody there from an instant on, as after a handover.
    package func isIdle(_ deputyship: Deputyship, from instant: Instant) -> Bool {
        guard let member = deputyship.member.flatMap(position),
            let rest = Interval(from: max(deputyship.start, instant), until: deputyship.end),
            directory.missing(of: deputyship) == nil
        else { return false }
        let stands = clientPositions(of: member).contains { position in
            let entry = clients[position]
            return deputyship.client.map { $0 == entry.client.id } ?? true
                && !entry.terms(inPair: member, over: rest).isEmpty
        }
        let posts = deputies.posts(of: member)
        return !stands && posts.members.isEmpty && posts.clients.isEmpty
    }

    /// Those that do nothing any more, of what is in force at an instant or to come.
    package func idleDeputyships(at instant: Instant) -> [Deputyship] {
        roster.deputyships.filter { isIdle($0, from: instant) }
    }

    /// Why a deputy would stand in at no time of service.
    private func causeOfNoService(
        _ deputyship: Deputyship, _ deputy: Int, over interval: Interval
    ) -> Deputyship.Needless {
        let member = deputyship.member.flatMap(position)
        let whose = clients.filter { entry in
            guard deputyship.client.map({ $0 == entry.client.id }) ?? true else { return false }
            return member.map { !entry.terms(inPair: $0, over: interval).isEmpty } ?? true
        }
        if whose.isEmpty {
            // He may stand for somebody who is a deputy himself.
            return member.map { deputies.posts(of: $0).members.isEmpty } ?? false ? .notStanding : .noService
        }
        let whole = Timeline(interval)
        return whose.allSatisfy { $0.terms(inPair: deputy, over: interval) == whole } ? .inPair : .noService
    }

    /// When somebody is a deputy of a client.
    private func standing(_ deputy: Int, for entry: ClientEntry, over interval: Interval) -> Timeline {
        deputies.timelines(of: entry, over: interval).first { $0.deputy == deputy }?.times ?? .never
    }

    /// Who still stands in for an agent at times at which an absence of his kept him away before, and nothing of his does now. What begins without
    /// a plan, such as sickness, has made nothing needed that was there before it.
    ///
    /// - Parameter before: The table before the change.
    package func leftDeputyships(of agent: AgentID, since before: RoutingTable, from instant: Instant) -> [Deputyship] {
        let own = roster.deputyships.filter { $0.member == agent && $0.interval.map { $0.end > instant } ?? false }
        guard !own.isEmpty, let (old, new) = before.agent(agent).flatMap({ old in self.agent(agent).map { (old, $0) } })
        else { return [] }
        let gone = old.absences.filter { !new.absences.contains($0) }
        return own.filter { deputyship in
            let end = min(deputyship.end, instant.advanced(by: .days(732)))
            guard let rest = Interval(from: max(deputyship.start, instant), until: end) else { return false }
            let left = gone.filter { $0.kind.isPlanned || $0.enteredAt <= deputyship.enteredAt }
                .reduce(Timeline.never) { $0.union($1.timeline(over: rest, clock)) }
            return !left.subtracting(new.absences(over: rest)).isEmpty
        }
    }
}

extension ClientEntry {
    /// When an agent is in the pair.
    fileprivate func terms(inPair agent: Int, over interval: Interval) -> Timeline {
        Timeline(
            pairs.filter { term in term.pair.posts.contains { $0.agent == agent } }
                .compactMap { Interval(from: $0.from, until: $0.until)?.intersection(interval) })
    }
}

extension AgentEntry {
    /// Why he is not there at any of these times.
    fileprivate func absence(from times: Timeline, over interval: Interval) -> Deputyship.Needless {
        guard let employed = employed(during: interval),
            !times.intersection(Timeline(employed)).isEmpty
        else { return .notEmployed }
        if times.subtracting(absences(over: interval)).isEmpty { return .away }
        if let hours, times.intersection(hours.timeline(over: interval)).isEmpty { return .outsideHours }
        return .notThere
    }
}
