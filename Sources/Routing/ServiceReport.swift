package import Time

/// What a report says. What the figures mean stands in docs/reports.md.
package struct ServiceReport: Sendable {
    /// The figures of one client, or of all together.
    package struct Figures: Sendable, Equatable {
        package var calls = CallTally()
        package var missed = MissedTally()
        package var cases: [Case.Kind: CaseTally] = [:]
        package var cover = CoverTally()

        package init() {}

        package mutating func add(_ other: Figures) {
            calls.add(other.calls)
            missed.add(other.missed)
            for (kind, tally) in other.cases { cases[kind, default: CaseTally()].add(tally) }
            cover.add(other.cover)
        }

        fileprivate var isEmpty: Bool { calls.isEmpty && missed.missed == 0 && cases.values.allSatisfy(\.isEmpty) }
    }

    /// Calls that are no client's.
    package struct Others: Sendable, Equatable {
        package internal(set) var unknownCallers = 0
        package internal(set) var anonymous = 0
        package internal(set) var refused = 0
        /// From colleagues' phones.
        package internal(set) var colleagues = 0
        /// Reported of without having been asked about.
        package internal(set) var unasked = 0
        /// The numbers of unknown callers, as far as they have not been forgotten.
        var numbers: Set<PhoneNumber> = []
        package var unknownNumbers: Int { numbers.count }
    }

    /// What is told of one client by itself.
    package struct Sheet: Sendable {
        package internal(set) var days: CoverDays
        package internal(set) var missed: [MissedTally.Line] = []
        package internal(set) var months: [(month: CalendarMonth, calls: CallTally)] = []
    }

    package let scope: ReportScope
    /// Of those whose agreement was in force in the period, or of whom there is something to tell.
    package let clients: [(client: ReportClient, figures: Figures)]
    package let total: Figures
    package let others: Others
    /// Where the report is of one client.
    package let sheet: Sheet?
}

/// Gathers what a report says, call by call.
package struct ReportTally {
    private let scope: ReportScope
    private let past: Interval
    private let months: [Interval]
    private var figures: [ServiceReport.Figures]
    private var others = ServiceReport.Others()
    private var sheet: ServiceReport.Sheet?

    /// - Parameter hasSheet: Whether the one client's days, missed calls and twelve months are told, too.
    package init(_ scope: ReportScope, past: Interval, hasSheet: Bool) {
        self.scope = scope
        self.past = past
        figures = Array(repeating: ServiceReport.Figures(), count: scope.clients.count)
        guard hasSheet, scope.clients.count == 1 else {
            months = []
            return
        }
        let twelve = scope.period.months(scope.clock)
        months = twelve.map(\.interval)
        var sheet = ServiceReport.Sheet(days: CoverDays(scope.period.days(scope.clock)))
        sheet.months = twelve.map { ($0.month, CallTally()) }
        self.sheet = sheet
    }

    /// The first instant whose calls are wanted, and the first that are not.
    package var wanted: Interval {
        months.first.flatMap { Interval(from: min($0.start, past.start), until: past.end) } ?? past
    }

    /// - Parameter caller: Who called, where that is known.
    package mutating func add(_ call: CallFacts, from caller: PhoneNumber?) {
        let outcome = call.outcome(at: scope.period.made, maxCall: scope.maxCall)
        guard let id = call.client else {
            if past.contains(call.noted) { addOther(call, caller) }
            return
        }
        guard let place = scope.place(of: id) else { return }
        let client = scope.clients[place]
        if past.contains(call.noted) {
            let isOfPair = client.isOfPair(call.answer?.agent, at: call.noted)
            figures[place].calls.add(call, outcome, isOfPair: isOfPair, target: client.target)
        }
        guard let month = months.firstIndex(where: { $0.contains(call.noted) }) else { return }
        sheet?.months[month].calls.add(call, outcome, isOfPair: false, target: client.target)
    }

    private mutating func addOther(_ call: CallFacts, _ caller: PhoneNumber?) {
        guard let decided = call.decided else {
            others.unasked += 1
            return
        }
        switch decided.reason {
        case .cause(.unknownCaller):
            others.unknownCallers += 1
            if let caller { others.numbers.insert(caller) }
        case .cause(.anonymous): others.anonymous += 1
        case .cause(.refused): others.refused += 1
        case .cause(.internal): others.colleagues += 1
        case .role, .cause, .notExclusive, .unknownCall, .exhausted: break
        }
    }

    package mutating func add(_ missed: MissedCall) {
        guard past.contains(missed.first), let place = scope.place(of: missed.client) else { return }
        let service = scope.clients[place].entry.service
        let line = figures[place].missed.add(missed, service, at: scope.period.made)
        if let line { sheet?.missed.append(line) }
    }

    package mutating func add(_ file: Case, closed: Instant?) {
        guard let place = scope.place(of: file.client) else { return }
        let client = scope.clients[place]
        figures[place].cases[file.kind, default: CaseTally()].add(
            file, closed: closed, client.entry.service, in: past, target: client.level?.closeWithin[file.kind])
    }

    /// What all of it says, with how the clients were covered.
    package func report() -> ServiceReport {
        var (figures, sheet) = (figures, sheet)
        var isInForce = Array(repeating: false, count: figures.count)
        for stretch in scope.stretches {
            var reader = CoverageReader(stretch.table, over: stretch.interval)
            for entry in stretch.table.clients {
                guard let place = scope.place(of: entry.client.id) else { continue }
                figures[place].cover.add(reader.coverage(of: entry))
                if entry.start < stretch.interval.end, stretch.interval.start < entry.end { isInForce[place] = true }
                sheet?.days.add(entry, stretch)
            }
        }
        sheet?.missed.sort { ($0.missed.first, $0.missed.id) < ($1.missed.first, $1.missed.id) }
        let told = figures.indices.filter { sheet != nil || isInForce[$0] || !figures[$0].isEmpty }
        return ServiceReport(
            scope: scope, clients: told.map { (scope.clients[$0], figures[$0]) },
            total: told.reduce(into: ServiceReport.Figures()) { $0.add(figures[$1]) }, others: others, sheet: sheet)
    }
}
