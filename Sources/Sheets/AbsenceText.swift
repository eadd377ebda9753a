package import MajorAPI
package import Routing
package import Time
package import Wording

/// What a change of an agent's availability means, in words.
package enum AbsenceText {
    /// What holds now, line by line.
    ///
    /// - Parameter remarks: What is to be said of how the words for it were read.
    package static func confirmation(
        _ entered: some EnteredReply, isOwn: Bool, _ time: TimeWords, _ remarks: [Remark] = []
    ) -> [String] {
        let absence = entered.absence
        let words = ChangeWords(time)
        let who: ChangeWords.Who = isOwn ? .you : .other(absence.agentName)
        let away = entered.away ?? RosterAPI.Away(from: absence.from, until: absence.until, absences: [absence])
        let lasting = lasting(absence, away)
        let lines = [
            PlanningText.headline(entered, who, time)
                ?? words.entered(
                    kind(absence), absence.id, from: absence.from, until: absence.until, who, isLast: lasting.isEmpty)
        ]
        return lines + waiting([absence], time) + remarks.map(time.text) + consequences(entered, isOwn: isOwn, time)
    }

    /// That a change is on one machine only, where it is.
    package static func waiting(_ absences: [RosterAPI.Absence], _ time: TimeWords) -> [String] {
        absences.contains { $0.waiting == true } ? [ChangeWords(time).waits] : []
    }

    /// What follows of an absence, without that it was entered: for one that is only looked at.
    package static func consequences(_ entered: some EnteredReply, isOwn: Bool, _ time: TimeWords) -> [String] {
        let absence = entered.absence
        let words = ChangeWords(time)
        let who: ChangeWords.Who = isOwn ? .you : .other(absence.agentName)
        let away = entered.away ?? RosterAPI.Away(from: absence.from, until: absence.until, absences: [absence])
        // Of hours that come back only the next are told beside others.
        let isOnce = absence.series == nil
        let lasting = lasting(absence, away)
        var lines = PlanningText.details(entered.details, time)
        if entered.details?.request != true {
            if absence.series != nil, absence.until == nil {
                lines.append(PlanningWords(time).goesOn(absence.id == "0" ? nil : absence.id))
            }
            lines += company(entered, away, lasting, isOnce, who, time)
            lines += takeovers(
                entered.takeovers, until: isOnce ? away.until : absence.until, comesBack: !isOnce, who, words)
            if entered.takeovers.isEmpty { lines.append(words.noTakeover(who)) }
        }
        if !entered.gaps.isEmpty {
            lines.append(GapWords(time).headline(isOpen: (isOnce ? away.until : absence.until) == nil))
            lines += gaps(entered.gaps, moreClients: entered.moreClients, time)
        }
        return lines
    }

    private static func lasting(_ absence: RosterAPI.Absence, _ away: RosterAPI.Away) -> [RosterAPI.Absence] {
        absence.series != nil || away.until == absence.until ? [] : outlasting(absence, away.absences)
    }

    /// What else keeps the agent away, before, meanwhile or for longer.
    private static func company(
        _ entered: some EnteredReply, _ away: RosterAPI.Away, _ lasting: [RosterAPI.Absence], _ isOnce: Bool,
        _ who: ChangeWords.Who, _ time: TimeWords
    ) -> [String] {
        let (absence, words) = (entered.absence, ChangeWords(time))
        let others = away.absences.filter { $0.id != absence.id }
        if !lasting.isEmpty {
            return [
                words.stillAway(
                    until: away.until,
                    lasting.map { "\(named($0, time.language)) \(time.until($0.until))" }, lasting.map(\.id), who)
            ]
        }
        guard isOnce, let first = others.first, instant(first.from) < instant(absence.from),
            instant(absence.from) > time.now.instant
        else { return [] }
        return [
            words.alsoAway(
                words.period(from: away.from, until: away.until), with: others.map { named($0, time.language) }, who)
        ]
    }

    /// Each client once, in the order given, with the first stretches in which he has nobody and what is left of them.
    ///
    /// - Parameter moreClients: How many clients are not among the gaps.
    package static func gaps(_ gaps: [RosterAPI.Gap], moreClients: Int?, _ time: TimeWords) -> [String] {
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
        let told = clients.flatMap { lines(of: $0, showing: shown, time) }
        return told + (moreClients.map { ["  \(GapWords(time).more(clients: $0))"] } ?? [])
    }

    private static func lines(of gaps: [RosterAPI.Gap], showing limit: Int, _ time: TimeWords) -> [String] {
        guard let first = gaps.first, let last = gaps.last else { return [] }
        let words = GapWords(time)
        let left = gaps.dropFirst(limit).count + (last.more ?? 0)
        let goesOn = gaps.count == 1 && left == 0 ? first.goesOn : nil
        return [
            "  \(words.first(first.clientName, from: first.from, until: first.until, goesOn: goesOn, first.standIns))"
        ]
            + gaps.prefix(limit).dropFirst().map {
                "    \(time.stretch(from: $0.from, until: $0.until, goesOn: left == 0 ? $0.goesOn : nil))"
            }
            + (left > 0
                ? ["    \(words.more(left, until: last.moreUntil ?? last.until, goesOn: last.goesOn))"] : [])
    }

    /// `leave from Monday 4 January until further notice`, `leave on Monday 4 January, the whole day`
    package static func line(_ absence: RosterAPI.Absence, _ time: TimeWords) -> String {
        let kind = told(absence, AbsenceWords(time.language).listed)
        guard let series = absence.series, let rhythm = PlanningText.rhythm(series, until: absence.until, time) else {
            return "\(kind) \(time.shortPeriod(from: absence.from, until: absence.until))"
        }
        return "\(kind) \(rhythm)"
    }

    /// The same with its number and its note, as far as the reader may know it.
    package static func numbered(_ absence: RosterAPI.Absence, _ time: TimeWords) -> String {
        "\(absence.id)  \(line(absence, time))\(absence.note.map { " (\($0))" } ?? "")"
    }

    package static func welcome(_ returned: some EndedReply, isOwn: Bool, _ time: TimeWords) -> String {
        ChangeWords(time).back(returned.ended.map(kind), isOwn ? .you : .other(returned.agentName))
    }

    /// What was cancelled, and what other absences leave of it.
    ///
    /// - Parameters:
    ///   - isOwn: Whether the reader is the agent.
    ///   - day: The one day on which it was.
    package static func cancelled(
        _ returned: some EndedReply, isOwn: Bool = false, on day: CalendarDay? = nil, _ time: TimeWords
    ) -> [String] {
        let words = ChangeWords(time)
        let who: ChangeWords.Who = isOwn ? .you : .other(returned.agentName)
        let numbers = returned.ended.map(\.id)
        let headline =
            day.map { words.cancelled(time.language.joined(numbers), of: returned.agentName, on: $0) }
            ?? words.cancelled(numbers, of: who)
        let allTheSame = returned.away.map { away in
            words.awayAllTheSame(
                who, words.period(from: away.from, until: away.until),
                away.absences.map { named($0, time.language) })
        }
        return [headline] + [allTheSame].compactMap(\.self) + PlanningText.left(returned.left, time)
    }

    /// Why there is nothing to cancel any more.
    package static func over(_ message: RosterAPI.AbsenceOver, _ reader: AnswerReader) -> String {
        ChangeWords(reader.time(at: message.at, in: message.timeZone)).over(
            message.absence, of: message.agentName, at: message.at, by: message.by, cancelled: message.cancelled)
    }

    /// Nil where the reader may not know why somebody is away.
    package static func kind(_ absence: RosterAPI.Absence) -> Absence.Kind? {
        Absence.Kind(rawValue: absence.kind.word)
    }

    /// `leave 8`
    package static func named(_ absence: RosterAPI.Absence, _ language: Language) -> String {
        "\(told(absence, AbsenceWords(language).noun)) \(absence.id)"
    }

    /// A kind that only a newer majord knows is shown as it is.
    private static func told(_ absence: RosterAPI.Absence, _ words: (Absence.Kind?) -> String) -> String {
        if case .other(let word) = absence.kind { word } else { words(kind(absence)) }
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

    /// Who gets the calls until the agent is back, in the order of the first clients; where nobody does at times, the gaps follow.
    private static func takeovers(
        _ all: [RosterAPI.Takeover], until end: String?, comesBack: Bool, _ who: ChangeWords.Who,
        _ words: ChangeWords
    ) -> [String] {
        var groups: [(agent: String, others: [String], always: Bool, clients: [String])] = []
        for takeover in all {
            guard let agent = takeover.agentName else { continue }
            let others = takeover.others ?? []
            let same = groups.firstIndex { $0.agent == agent && $0.others == others && $0.always == takeover.always }
            if let index = same {
                groups[index].clients.append(takeover.clientName)
            } else {
                groups.append((agent, others, takeover.always, [takeover.clientName]))
            }
        }
        return groups.map {
            words.takeover(
                by: $0.agent, others: $0.others, $0.clients, until: end, comesBack: comesBack, always: $0.always, who)
        }
    }
}
