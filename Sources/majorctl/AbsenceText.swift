import MajorAPI
import Routing
import Time

/// What a change of an agent's availability means, in words.
enum AbsenceText {
    /// What holds now, line by line.
    ///
    /// - Parameter remarks: What is to be said of how the words for it were read.
    static func confirmation(
        _ entered: some EnteredReply, isOwn: Bool, _ wording: Wording, _ remarks: [Remark] = []
    ) -> [String] {
        let absence = entered.absence
        let who = isOwn ? "you" : absence.agentName
        let away = entered.away ?? RosterAPI.Away(from: absence.from, until: absence.until, absences: [absence])
        let lasting = away.until == absence.until ? [] : outlasting(absence, away.absences)
        var lines = [headline(absence, isOwn: isOwn, isLast: lasting.isEmpty, wording)] + remarks.map(\.text)
        let others = away.absences.filter { $0.id != absence.id }
        if !lasting.isEmpty {
            lines.append(stillAway(away, lasting, isOwn: isOwn, wording))
        } else if let first = others.first, instant(first.from) < instant(absence.from),
            instant(absence.from) > wording.now.instant
        {
            lines.append("\(isOwn ? "You are" : "\(who) is") away \(period(away, wording)), with \(named(others)).")
        }
        let end = away.until.map { " until \(wording.end($0))" } ?? ""
        lines += takeovers(entered.takeovers, isOwn ? "your" : "\(who)'s", end)
        if entered.takeovers.isEmpty {
            lines.append("No client's calls come to \(who) first in that time.")
        }
        if !entered.gaps.isEmpty {
            lines.append("Nobody is there\(away.until == nil ? " in the next four weeks" : "") for:")
            lines += gaps(entered.gaps, moreClients: entered.moreClients, wording)
        }
        return lines
    }

    /// Each client once, in the order given, with the first stretches in which he has nobody and what is left of them.
    ///
    /// - Parameter moreClients: How many clients are not among the gaps.
    static func gaps(_ gaps: [RosterAPI.Gap], moreClients: Int?, _ wording: Wording) -> [String] {
        var clients: [[RosterAPI.Gap]] = []
        var places: [String: Int] = [:]
        for gap in gaps {
            if let place = places[gap.client] {
                clients[place].append(gap)
            } else {
                places[gap.client] = clients.count
                clients.append([gap])
            }
        }
        let shown = clients.count > 1 ? 3 : 8
        let told = clients.flatMap { lines(of: $0, showing: shown, wording) }
        return told + (moreClients.map { ["  and \(counted($0, "more client"))"] } ?? [])
    }

    private static func lines(of gaps: [RosterAPI.Gap], showing limit: Int, _ wording: Wording) -> [String] {
        guard let first = gaps.first, let last = gaps.last else { return [] }
        let standIns =
            first.standIns.isEmpty
            ? "nobody else has capacity then" : "could stand in: \(first.standIns.joined(separator: ", "))"
        let left = gaps.dropFirst(limit).count + (last.more ?? 0)
        return ["  \(first.clientName): \(wording.stretch(from: first.from, until: first.until)); \(standIns)"]
            + gaps.prefix(limit).dropFirst().map { "    \(wording.stretch(from: $0.from, until: $0.until))" }
            + (left > 0
                ? ["    and \(counted(left, "more time")) until \(wording.end(last.moreUntil ?? last.until))"] : [])
    }

    /// `sick until Monday 4 January 09:00`
    static func line(_ absence: RosterAPI.Absence, _ wording: Wording) -> String {
        let until = absence.until.map { "until \(wording.shortEnd($0))" } ?? "until further notice"
        return "\(absence.kind) from \(wording.shortStart(absence.from)) \(until)"
    }

    static func welcome(_ returned: some EndedReply, isOwn: Bool) -> String {
        let kinds = returned.ended.map(\.kind.word).joined(separator: " and ")
        return isOwn
            ? "Welcome back: calls come to you again (\(kinds) ended)."
            : "\(returned.agentName) is back: calls come there again (\(kinds) ended)."
    }

    /// What was cancelled, and what other absences leave of it.
    static func cancelled(_ returned: some EndedReply, _ wording: Wording) -> [String] {
        let ids = returned.ended.map(\.id).joined(separator: " and ")
        let headline = "Absence \(ids) of \(returned.agentName) is cancelled."
        guard let away = returned.away else { return [headline] }
        return [
            headline,
            "\(returned.agentName) is away \(period(away, wording)) all the same: \(named(away.absences)) "
                + "\(away.absences.count == 1 ? "is" : "are") still there.",
        ]
    }

    /// Why there is nothing to cancel any more.
    static func over(_ message: RosterAPI.AbsenceOver) -> String {
        let wording = Wording(at: message.at, in: message.timeZone)
        let name = "absence \(message.absence) of \(message.agentName)"
        guard let by = message.by else { return "\(name) was over at \(wording.end(message.at))" }
        return "\(name) was \(message.cancelled ? "cancelled" : "ended") on \(wording.time(message.at)) by \(by)"
    }

    private static func headline(
        _ absence: RosterAPI.Absence, isOwn: Bool, isLast: Bool, _ wording: Wording
    ) -> String {
        let who = isOwn ? "You are" : "\(absence.agentName) is"
        switch absence.kind {
        case .sickness:
            return isLast
                ? "\(who) reported sick\(dayOfReturn(absence) ?? until(absence.until, wording))."
                : "Noted: sickness\(until(absence.until, wording)) (absence \(absence.id))."
        case .pause:
            let until = absence.until.map { " until \(wording.shortEnd($0))" } ?? ""
            return isLast ? "\(who) in a pause\(until)." : "Noted: a pause\(until) (absence \(absence.id))."
        default:
            let period = period(RosterAPI.Away(from: absence.from, until: absence.until, absences: [absence]), wording)
            return isLast
                ? "\(who) on leave \(period) (absence \(absence.id))."
                : "Noted: leave \(period) (absence \(absence.id))."
        }
    }

    /// `, back on Monday 30 November 2026` where that day begins the return, nil at other times.
    private static func dayOfReturn(_ absence: RosterAPI.Absence) -> String? {
        guard let until = absence.until, let end = LocalDateTime(rfc3339: until), end.isMidnight else { return nil }
        return ", back on \(end.day.spelled)"
    }

    /// What goes on when the new absence is over, and how to change that.
    private static func stillAway(
        _ away: RosterAPI.Away, _ lasting: [RosterAPI.Absence], isOwn: Bool, _ wording: Wording
    ) -> String {
        let who = isOwn ? "You are" : "\(lasting.first?.agentName ?? "") is"
        let which = lasting.map { "\($0.kind) \($0.id)\(until($0.until, wording))" }.joined(separator: " and ")
        let numbers = lasting.map(\.id).joined(separator: " and ")
        return "\(who) away\(until(away.until, wording)): \(which) \(lasting.count == 1 ? "is" : "are") still there; "
            + "to shorten it, cancel \(numbers)."
    }

    /// The absences that keep the agent away when one of them is over, without those that lie inside of others.
    private static func outlasting(_ absence: RosterAPI.Absence, _ all: [RosterAPI.Absence]) -> [RosterAPI.Absence] {
        func end(_ absence: RosterAPI.Absence) -> Instant { absence.until.map(instant) ?? .latest }
        let later = all.filter { $0.id != absence.id && end($0) > end(absence) }
        return later.filter { inner in
            !later.contains {
                instant($0.from) <= instant(inner.from) && end($0) >= end(inner)
                    && (end($0) > end(inner) || (instant($0.from), $0.id) < (instant(inner.from), inner.id))
            }
        }
    }

    private static func instant(_ rfc3339: String) -> Instant {
        LocalDateTime(rfc3339: rfc3339)?.instant ?? .latest
    }

    private static func named(_ absences: [RosterAPI.Absence]) -> String {
        absences.map { "\($0.kind) \($0.id)" }.joined(separator: " and ")
    }

    private static func until(_ until: String?, _ wording: Wording) -> String {
        until.map { " until \(wording.end($0))" } ?? " until further notice"
    }

    /// `from now until the end of Friday 27 November 2026`, or what `Wording.period` says.
    private static func period(_ away: RosterAPI.Away, _ wording: Wording) -> String {
        let hasBegun = instant(away.from) <= wording.now.instant
        guard let end = away.until, !hasBegun else {
            return (hasBegun ? "from now" : "from \(wording.time(away.from))") + until(away.until, wording)
        }
        return wording.period(from: away.from, until: end)
    }

    /// Who gets the calls until the agent is back, in the order of the first clients; where nobody does at times, the gaps follow.
    private static func takeovers(_ all: [RosterAPI.Takeover], _ whose: String, _ until: String) -> [String] {
        var groups: [(agent: String, always: Bool, clients: [String])] = []
        for takeover in all {
            guard let agent = takeover.agentName else { continue }
            if let index = groups.firstIndex(where: { $0.agent == agent && $0.always == takeover.always }) {
                groups[index].clients.append(takeover.clientName)
            } else {
                groups.append((agent, takeover.always, [takeover.clientName]))
            }
        }
        return groups.map { agent, always, clients in
            let count = clients.count == 1 ? "client" : "\(clients.count) clients"
            let except = always ? "" : ", except when nobody is there"
            return "Calls for \(whose) \(count) go to \(agent)\(until)\(except): \(clients.joined(separator: ", "))."
        }
    }
}
