import MajorAPI
import Routing
import Time

// Reports to messages of `org.majord.Reports`.

extension ReportsAPI.Report.Reply {
    /// Without the clients, who may be very many.
    ///
    /// - Parameter isOfAll: Whether the reader may see all clients, and has asked for them.
    init(_ report: ServiceReport, isOfAll: Bool) {
        let (period, clock) = (report.scope.period, report.scope.clock)
        self.init(
            made: clock.rfc3339(period.made), timeZone: clock.zone, from: clock.rfc3339(period.interval.start),
            until: clock.rfc3339(period.interval.end), month: period.month.map { "\($0)" },
            complete: period.isComplete, clients: [],
            total: report.sheet == nil ? ReportsAPI.ReportTotal(report, isOfAll: isOfAll) : nil,
            sheet: report.sheet.flatMap { ReportsAPI.ReportSheet($0, report) },
            knownFrom: period.knownFrom.map(clock.rfc3339))
    }
}

extension ReportsAPI.Share {
    init(_ share: Share) {
        self.init(count: share.count, of: share.of, percent: share.tenthsOfPercent.map { Double($0) / 10 })
    }
}

extension ReportsAPI.Spread {
    init(_ spread: Spread) {
        self.init(
            count: spread.count, median: spread.median?.seconds, p80: spread.p80?.seconds, p95: spread.p95?.seconds)
    }
}

extension Milliseconds {
    fileprivate var seconds: Double { Double(count) / 1_000 }
}

extension ReportsAPI.CallFigures {
    init(_ calls: CallTally) {
        let hasTarget = calls.within.of > 0
        self.init(
            calls: calls.calls, counted: calls.counted, answered: calls.answered, primary: calls[.primary],
            backup: calls[.backup], deputy: calls[.deputy], callback: calls[.callback], case: calls[.holder],
            abandoned: calls[.abandoned], noAnswer: calls[.noAnswer], overflow: calls[.overflow],
            nobody: calls[.nobody], open: calls.open, unknown: calls.unknown, outside: calls.outside,
            called: calls.called, notReached: calls.notReached, pair: ReportsAPI.Share(calls.pair),
            within: hasTarget ? ReportsAPI.Share(calls.within) : nil,
            withinWithoutAbandoned: hasTarget ? ReportsAPI.Share(calls.withinOfOthers) : nil,
            abandonedWithin: hasTarget ? calls.abandonedWithin : nil, wait: ReportsAPI.Spread(calls.wait))
    }
}

extension ReportsAPI.MissedFigures {
    init(_ missed: MissedTally) {
        self.init(
            missed: missed.missed, answered: missed[.answered], called: missed[.called], byHand: missed[.byHand],
            open: missed.open, overdue: missed.overdue, inTime: ReportsAPI.Share(missed.inTime),
            time: ReportsAPI.Spread(missed.time))
    }
}

extension ReportsAPI.CaseFigures {
    static func all(_ cases: [Case.Kind: CaseTally]) -> [Self] {
        Case.Kind.allCases.map { kind in
            let tally = cases[kind] ?? CaseTally()
            return Self(
                kind: kind.rawValue, opened: tally.opened, closed: tally.closed, open: tally.open,
                time: ReportsAPI.Spread(tally.time),
                within: tally.within.of > 0 ? ReportsAPI.Share(tally.within) : nil)
        }
    }
}

extension ReportsAPI.ClientReport {
    init(_ client: ReportClient, _ figures: ServiceReport.Figures) {
        let level = client.level
        let targets = level?.closeWithin.map { ($0.rawValue, $1.wholeSeconds) } ?? []
        self.init(
            client: client.id.description, clientName: client.name, level: client.entry.client.agreement.level,
            targets: ReportsAPI.ReportTargets(
                share: level?.answerWithin?.share, seconds: level?.answerWithin?.seconds,
                cases: Dictionary(uniqueKeysWithValues: targets)),
            calls: ReportsAPI.CallFigures(figures.calls), missed: ReportsAPI.MissedFigures(figures.missed),
            cases: ReportsAPI.CaseFigures.all(figures.cases), serviceMinutes: figures.cover.serviceMinutes,
            uncoveredMinutes: figures.cover.uncoveredMinutes)
    }
}

extension ReportsAPI.ReportTotal {
    init(_ report: ServiceReport, isOfAll: Bool) {
        let (total, others) = (report.total, report.others)
        self.init(
            calls: ReportsAPI.CallFigures(total.calls), missed: ReportsAPI.MissedFigures(total.missed),
            cases: ReportsAPI.CaseFigures.all(total.cases), serviceMinutes: total.cover.serviceMinutes,
            uncoveredMinutes: total.cover.uncoveredMinutes,
            unknownCallers: isOfAll ? others.unknownCallers : nil,
            unknownNumbers: isOfAll ? others.unknownNumbers : nil, anonymous: isOfAll ? others.anonymous : nil,
            refused: isOfAll ? others.refused : nil, colleagues: isOfAll ? others.colleagues : nil,
            unasked: isOfAll ? others.unasked : nil)
    }
}

extension ReportsAPI.ReportSheet {
    /// So many gaps and missed calls are told one by one.
    private static let limit = 200

    init?(_ sheet: ServiceReport.Sheet, _ report: ServiceReport) {
        guard let (client, figures) = report.clients.first else { return nil }
        let (clock, entry) = (report.scope.clock, client.entry)
        func name(_ agent: AgentID) -> String { client.names[agent] ?? agent.description }
        func pair(_ pair: Pair, from instant: Instant, isComing: Bool) -> ReportsAPI.ReportPair {
            ReportsAPI.ReportPair(
                from: clock.rfc3339(instant), primary: pair.primary.description, primaryName: name(pair.primary),
                backup: pair.backup.description, backupName: name(pair.backup), coming: isComing)
        }
        let end = report.scope.stretches.last?.interval.end ?? report.scope.period.interval.end
        let coming = entry.client.handovers.map { (clock.instant($0.from, .startOfDay), $0.pair) }.filter {
            $0.0 >= end
        }
        let waits = Dictionary(grouping: figures.calls.waits) { (Int($0) + 999) / 1_000 }
        self.init(
            hours: ReportsAPI.ServiceHours.all(client.level?.hours ?? WeeklyHours()),
            pairs: client.terms.map { pair($0.pair, from: $0.interval.start, isComing: false) }
                + coming.map { pair($0.1, from: $0.0, isComing: true) },
            introduced: entry.client.introduced(on: clock.day(of: end.advanced(by: Milliseconds(-1)))).map { "\($0)" },
            agreementEnd: entry.client.agreement.end.map { "\($0)" }, firstDay: "\(sheet.days.firstDay)",
            days: String(sheet.days.days.map { $0?.letter ?? "?" }),
            gaps: sheet.days.gaps.prefix(Self.limit).map {
                ReportsAPI.ReportGap(from: clock.rfc3339($0.start), until: clock.rfc3339($0.end))
            },
            waits: waits.map { ReportsAPI.WaitCount(seconds: $0, calls: $1.count) }.sorted { $0.seconds < $1.seconds },
            missed: sheet.missed.prefix(Self.limit).map { ReportsAPI.ReportMissed($0, clock) },
            months: sheet.months.map { month, calls in
                ReportsAPI.ReportMonth(
                    month: "\(month)", calls: calls.calls, counted: calls.counted, answered: calls.answered,
                    abandoned: calls[.abandoned],
                    within: calls.within.of > 0 ? ReportsAPI.Share(calls.within) : nil)
            })
    }
}

extension ReportsAPI.ReportMissed {
    init(_ line: MissedTally.Line, _ clock: ServiceClock) {
        let missed = line.missed
        self.init(
            at: clock.rfc3339(missed.first), how: missed.how.rawValue, calls: missed.calls,
            closedHow: missed.closing?.way.rawValue, closedAt: missed.closing.map { clock.rfc3339($0.at) },
            after: line.after.map(\.seconds), inTime: line.isInTime)
    }
}

extension ReportsAPI.ServiceHours {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static func all(_ hours: WeeklyHours) -> [Self] {
        Weekday.allCases.flatMap { day in
            hours[day].map { Self(day: days[day.rawValue], from: "\($0.from)", until: "\($0.until)") }
        }
    }
}
