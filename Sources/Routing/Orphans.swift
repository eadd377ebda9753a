package import Time

extension Roster {
    /// The absences in force at an instant or to come whose agent a directory does not have, such as one whose id was changed. They cannot
    /// take effect.
    package func orphans(in directory: Directory, at instant: Instant) -> [Absence] {
        let known = Set(directory.agents.map(\.id))
        return absences.filter { absence in
            guard let interval = absence.interval, interval.end > instant else { return false }
            return !known.contains(absence.agent)
        }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    /// The open cases whose holder a directory does not have, or does not employ any more on a day: whoever leaves cannot keep them.
    package func orphanedCases(in directory: Directory, on day: CalendarDay) -> [Case] {
        guard !cases.isEmpty else { return [] }
        let staying = Set(directory.agents.lazy.filter { !$0.hasLeft(on: day) }.map(\.id))
        return cases.filter { !staying.contains($0.holder) }
    }

    /// The deputyships in force at an instant or to come in which somebody stands in for an absence's agent in its time.
    package func standIns(during absence: Absence, at instant: Instant) -> [Deputyship] {
        guard let away = absence.interval else { return [] }
        return deputyships.filter { deputyship in
            deputyship.member == absence.agent
                && deputyship.interval.map { $0.end > instant && $0.overlaps(away) } ?? false
        }
    }

    /// The deputyships in force at an instant or to come that name somebody whom a directory does not have. They cannot take effect.
    package func orphanedDeputyships(in directory: Directory, at instant: Instant) -> [Deputyship] {
        let current = deputyships.filter { $0.interval.map { $0.end > instant } ?? false }
        return current.filter { directory.missing(of: $0) != nil }
    }
}

extension Directory {
    /// The first of those whom a deputyship names who is not here: the deputy, for whom he stands in, the client; nil where it can take effect.
    package func missing(of deputyship: Deputyship) -> Deputyship.Named? {
        for agent in [deputyship.deputy, deputyship.member].compactMap(\.self)
        where !agents.contains(where: { $0.id == agent }) { return .agent(agent) }
        return deputyship.client.flatMap { id in clients.contains { $0.id == id } ? nil : .client(id) }
    }

    /// The agent who has taken the place of one that only another directory has: he has the same Unix user, extension or name, and that
    /// directory does not have him.
    package func successor(of agent: AgentID, from before: Directory) -> Agent? {
        guard let old = before.agents.first(where: { $0.id == agent }) else { return nil }
        let known = Set(before.agents.map(\.id))
        let new = agents.filter { !known.contains($0.id) }
        return new.first { $0.user != nil && $0.user == old.user } ?? new.first { $0.phone == old.phone }
            ?? new.first { $0.name == old.name }
    }
}

extension Agent {
    /// Whether his last day was before a day.
    package func hasLeft(on day: CalendarDay) -> Bool {
        employment.until.map { $0 < day } ?? false
    }
}

extension Deputyship {
    /// Somebody whom it names.
    package enum Named: Hashable, Sendable {
        case agent(AgentID)
        case client(ClientID)
    }
}
