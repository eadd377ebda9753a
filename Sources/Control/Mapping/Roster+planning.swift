import MajorAPI
import Records
import Routing
import Switchboard
import Time

// Series, deputies, requests and the history to messages of `org.majord.Roster`, and back.

extension RosterAPI.Series {
    /// - Parameter start: From when it comes back: the first day that is told is the first on which it does, which a change may have moved.
    init(_ series: WeeklySeries, from start: Instant, _ clock: ServiceClock) {
        let first = series.firstDay(from: start, clock)
        self.init(
            hours: Weekday.allCases.flatMap { day in
                series.hours[day].map {
                    RosterAPI.SeriesHours(
                        day: .init(word: Self.days[day.rawValue]), from: "\($0.from)", until: "\($0.until)")
                }
            }, weeks: series.weeks, firstDay: "\(first)",
            exceptions: series.exceptions.isEmpty
                ? nil
                : series.exceptions.map {
                    RosterAPI.SeriesException(day: "\($0.day)", until: $0.end.map(clock.rfc3339))
                })
    }

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Nil for what is no series; exceptions are made by cancelling.
    var series: WeeklySeries? {
        var week = WeeklyHours()
        for part in hours {
            guard let place = Self.days.firstIndex(of: part.day.word), let from = LocalTime(text: part.from),
                let until = LocalTime(text: part.until), let range = WeeklyHours.Range(from: from, until: until)
            else { return nil }
            week[Weekday.allCases[place]].append(range)
        }
        guard !week.isEmpty, (1...52).contains(weeks), let first = CalendarDay(text: firstDay) else { return nil }
        for day in Weekday.allCases {
            let ranges = week[day]
            for (one, next) in zip(ranges, ranges.dropFirst()) where one.until > next.from { return nil }
        }
        return WeeklySeries(hours: week, weeks: weeks, firstDay: first)
    }
}

extension LocalTime {
    /// `13:00`, `24:00`
    init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 5, parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
        self.init(hour: hour, minute: minute)
    }
}

extension RosterAPI.Collision {
    /// - Parameter gap: Of what comes back, the time that falls into it is told.
    init(_ absence: Absence, isRequest: Bool, during gap: Interval, in table: RoutingTable) {
        let occurrence = absence.series == nil ? nil : absence.occurrence(from: gap.start, table.clock)
        self.init(
            absence: String(absence.id), agent: absence.agent.description,
            agentName: table.agent(absence.agent)?.agent.name ?? absence.agent.description,
            from: table.clock.rfc3339(occurrence?.start ?? absence.start),
            until: (occurrence?.end ?? absence.end).map(table.clock.rfc3339),
            request: isRequest ? true : nil)
    }
}

extension RosterAPI.Period {
    init(_ interval: Interval, _ clock: ServiceClock) {
        self.init(from: clock.rfc3339(interval.start), until: clock.rfc3339(interval.end))
    }
}

extension RosterAPI.Deputyship {
    /// - Parameter requester: Who reads it.
    init(_ deputyship: Deputyship, in table: RoutingTable, for requester: Requester) {
        let deputy = table.agent(deputyship.deputy)?.agent
        let showsWhy = requester.mayReadWhy(deputy)
        let clock = table.clock
        // Which clients an agent hands over is for those who may see pairs.
        let ends = requester.maySeeCoverage(table) ? table.earlyEnds(of: deputyship) : []
        self.init(
            id: String(deputyship.id), deputy: deputyship.deputy.description,
            deputyName: deputy?.name ?? deputyship.deputy.description, agent: deputyship.member?.description,
            agentName: deputyship.member.map { table.agent($0)?.agent.name ?? $0.description },
            client: deputyship.client?.description,
            clientName: deputyship.client.map { table.client($0)?.client.name ?? $0.description },
            from: clock.rfc3339(deputyship.start), until: clock.rfc3339(deputyship.end),
            enteredBy: showsWhy ? deputyship.enteredBy : nil,
            enteredAt: showsWhy ? clock.rfc3339(deputyship.enteredAt) : nil, note: showsWhy ? deputyship.note : nil,
            ends: ends.isEmpty ? nil : ends.map { RosterAPI.DeputyshipEnd($0, clock) },
            orphan: table.directory.missing(of: deputyship) == nil ? nil : true)
    }
}

extension RosterAPI.DeputyshipEnd {
    fileprivate init(_ end: Routing.DeputyshipEnd, _ clock: ServiceClock) {
        self.init(
            cause: Cause(word: end.cause.rawValue), at: clock.rfc3339(end.at),
            client: end.client?.client.id.description,
            clientName: end.client?.client.name)
    }
}

extension RosterAPI.Deputyship {
    /// Nil where there are none.
    static func messages(_ deputyships: [Deputyship], in table: RoutingTable, for requester: Requester) -> [Self]? {
        deputyships.isEmpty ? nil : deputyships.map { Self($0, in: table, for: requester) }
    }
}

extension RosterAPI.Request {
    /// - Parameter now: After which one that waits has lapsed.
    init(_ request: LeaveRequest, in table: RoutingTable, at now: Instant) {
        let (state, user, instant, why): (State, String?, Instant?, String?) =
            switch request.state {
            case .waiting: (request.hasLapsed(at: now) ? .lapsed : .waiting, nil, nil, nil)
            case .approved(let user, let instant, let why): (.approved, user, instant, why)
            case .declined(let user, let instant, let why): (.declined, user, instant, why)
            case .withdrawn(let user, let instant): (.withdrawn, user, instant, nil)
            }
        self.init(
            absence: RosterAPI.Absence(request.leave, in: table, showsWhy: true, at: now),
            deputy: request.deputy?.description,
            deputyName: request.deputy.map { table.agent($0)?.agent.name ?? $0.description }, state: state,
            decidedBy: user, decidedAt: instant.map(table.clock.rfc3339), why: why,
            cancelledBy: request.cancellation?.by, cancelledAt: request.cancellation.map { table.clock.rfc3339($0.at) })
    }
}

extension RosterAPI.Details {
    init(_ entered: Switchboard.Entered, in table: RoutingTable, for requester: Requester, at now: Instant) {
        let showsWhy = requester.mayReadWhy(entered.agent)
        func message(_ absence: Absence) -> RosterAPI.Absence {
            RosterAPI.Absence(absence, in: table, showsWhy: showsWhy, at: now)
        }
        self.init(
            before: entered.before.map(message), replaced: entered.replaced.map(message),
            deputyships: entered.deputyships.map { RosterAPI.Deputyship($0, in: table, for: requester) },
            needsDeputy: entered.needsDeputy, needsOverride: entered.needsOverride, request: entered.isRequest,
            goesOn: entered.goesOn ? true : nil,
            overlapping: entered.overlapping.isEmpty ? nil : entered.overlapping.map(String.init),
            left: RosterAPI.Deputyship.messages(entered.left, in: table, for: requester),
            load: entered.deputyships.first.flatMap { table.overload(of: $0.deputy, at: $0.start)?.percent })
    }
}

extension RosterAPI.Change {
    /// - Parameter requester: Who reads it.
    init(_ change: RosterChange, in table: RoutingTable, for requester: Requester) {
        var (absence, deputyship, number, file): (String?, String?, String?, String?)
        switch change.subject {
        case .absence(let id): absence = String(id)
        case .deputyship(let id): deputyship = String(id)
        case .number(let its): number = "\(its)"
        case .forgotten(let text): number = text
        case .file(let id): file = String(id)
        }
        // As in the list of deputies; absences of others are in nobody's history.
        let showsWhy = deputyship == nil || requester.mayReadWhy(change.agent.flatMap { table.agent($0)?.agent })
        func shape(_ json: String) -> RosterAPI.Shape? {
            var shape = RosterAPI.Shape(json, change.subject, table.clock)
            let agent = shape?.agent.map { AgentID($0) }
            shape?.agentName = agent.flatMap { table.agent($0)?.agent.name }
            if !showsWhy { shape?.note = nil }
            return shape
        }
        self.init(
            at: table.clock.rfc3339(change.at), by: showsWhy ? change.by : "", deed: .init(word: change.deed.rawValue),
            absence: absence, deputyship: deputyship, number: number, agent: change.agent?.description,
            agentName: change.agent.map { table.agent($0)?.agent.name ?? $0.description },
            client: change.client?.description,
            clientName: change.client.map { table.client($0)?.client.name ?? $0.description },
            why: showsWhy ? change.why : nil,
            before: change.before.flatMap(shape), after: change.after.flatMap(shape),
            case: file)
    }
}

extension RosterAPI.Shape {
    /// Nil for what no majord keeps.
    fileprivate init?(_ json: String, _ subject: RosterChange.Subject, _ clock: ServiceClock) {
        switch subject {
        case .absence:
            guard let kept = KeptAbsence(json: json) else { return nil }
            self.init(
                agent: kept.agent.description, kind: kept.kind, from: clock.rfc3339(kept.start),
                until: kept.end.map(clock.rfc3339),
                series: kept.series.map { RosterAPI.Series($0, from: kept.start, clock) },
                note: kept.note,
                source: kept.source)
        case .deputyship:
            guard let kept = KeptDeputyship(json: json) else { return nil }
            self.init(
                agent: kept.agent?.description, from: clock.rfc3339(kept.start), until: clock.rfc3339(kept.end),
                note: kept.note, deputy: kept.deputy.description, client: kept.client?.description)
        case .number, .forgotten:
            guard let kept = KeptNumber(json: json) else { return nil }
            self.init(client: kept.client?.description, contact: kept.contact, function: kept.function)
        case .file:
            guard let kept = KeptCase(json: json) else { return nil }
            self.init(
                agent: kept.holder.description, kind: kept.kind, client: kept.client.description,
                contact: kept.contact, reference: kept.reference)
        }
    }
}
