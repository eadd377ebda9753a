package import MajorAPI
import Routing
import Time
package import Wording

/// Leave that comes back, requests and deputies, in words.
package enum PlanningText {
    /// When an absence is: its rhythm, or from when until when.
    package static func times(_ absence: RosterAPI.Absence, _ time: TimeWords) -> String {
        guard let series = absence.series, let text = rhythm(series, until: absence.until, time) else {
            return ChangeWords(time).period(from: absence.from, until: absence.until)
        }
        return text
    }

    /// The same where it does not matter whether it has begun: what is refused has no present.
    private static func plainTimes(_ absence: RosterAPI.Absence, _ time: TimeWords) -> String {
        absence.series.flatMap { rhythm($0, until: absence.until, time) } ?? period(absence.from, absence.until, time)
    }

    private static func period(_ from: String, _ until: String?, _ time: TimeWords) -> String {
        until.map { time.period(from: from, until: $0) } ?? "\(time.from(time.time(from))) \(time.untilFurtherNotice)"
    }

    /// Nil for what this version cannot read.
    package static func rhythm(_ series: RosterAPI.Series, until end: String?, _ time: TimeWords) -> String? {
        guard let hours = series.weeklyHours, let first = CalendarDay(text: series.firstDay) else { return nil }
        let words = SeriesWords(time)
        let text = words.text(
            hours, weeks: series.weeks, first: first, until: end.flatMap { LocalDateTime(rfc3339: $0) })
        let left = (series.exceptions ?? []).filter { $0.until == nil }.compactMap { CalendarDay(text: $0.day) }
        return text + (words.exceptions(left).map { "; \($0)" } ?? "")
    }

    /// What is said before who takes over: that something was changed or asked for. Nil where it was entered, as ever.
    package static func headline(_ entered: some EnteredReply, _ who: ChangeWords.Who, _ time: TimeWords) -> String? {
        let absence = entered.absence
        let (kind, words) = (AbsenceText.kind(absence), PlanningWords(time))
        if entered.details?.goesOn == true {
            return words.goesOn(kind, absence.id, since: absence.from, until: absence.until, who)
        }
        if entered.details?.request == true {
            return RequestWords(time).entered(absence.id, times(absence, time), deputy: nil)
        }
        if let before = entered.details?.before {
            let (now, old) = (times(absence, time), times(before, time))
            guard now != old else {
                guard absence.note != before.note else {
                    return words.unchanged(kind, absence.id, of: absence.agentName, now)
                }
                return words.changed(kind, absence.id, of: absence.agentName, note: absence.note)
            }
            return words.changed(kind, absence.id, of: absence.agentName, now, before: old)
        }
        guard absence.series != nil else { return nil }
        return words.entered(kind, absence.id, times(absence, time), who)
    }

    /// The headline of a change that is only looked at.
    package static func wouldBe(_ entered: some EnteredReply, _ time: TimeWords) -> [String] {
        let (absence, before) = (entered.absence, entered.details?.before)
        let (now, old) = (times(absence, time), before.map { times($0, time) })
        return [
            PlanningWords(time).wouldBe(
                AbsenceText.kind(absence), absence.id, of: absence.agentName, now, before: now == old ? nil : old)
        ]
    }

    /// What belongs to a change beside its times.
    package static func details(_ details: RosterAPI.Details?, _ time: TimeWords) -> [String] {
        guard let details else { return [] }
        let words = PlanningWords(time)
        var lines: [String] = []
        if !details.replaced.isEmpty {
            lines.append(words.replaced(details.replaced.map { AbsenceText.named($0, time.language) }))
        }
        lines += details.deputyships.map { entered($0, time) }
        if let load = details.load, let deputy = details.deputyships.first?.deputyName {
            lines.append(DeputyWords(time).overCapacity(deputy, percent: load))
        }
        if details.needsDeputy == false { lines.append(words.needlessDeputy) }
        if details.needsOverride == false { lines.append(words.needlessOverride) }
        if let overlapping = details.overlapping { lines.append(RequestWords(time).overlapping(overlapping)) }
        return lines + left(details.left, time)
    }

    /// Who still stands in for somebody who is there again.
    package static func left(_ deputyships: [RosterAPI.Deputyship]?, _ time: TimeWords) -> [String] {
        (deputyships ?? []).map { left in
            DeputyWords(time).left(
                left.deputyName, post(left), from: left.from, until: left.until, left.id, mayCancel: mayCancel(left))
        }
    }

    /// Whether the reader may cancel it: who has entered it is told to the deputy himself and managers, who may.
    package static func mayCancel(_ deputyship: RosterAPI.Deputyship) -> Bool { deputyship.enteredBy != nil }

    package static func post(_ deputyship: RosterAPI.Deputyship) -> DeputyWords.Post {
        .init(agent: deputyship.agentName, client: deputyship.clientName)
    }

    package static func entered(_ deputyship: RosterAPI.Deputyship, _ time: TimeWords) -> String {
        DeputyWords(time).entered(
            deputyship.deputyName, post(deputyship), from: deputyship.from, until: deputyship.until, deputyship.id)
    }

    /// What is to be said of a deputy who is named: where he ends early, is not needed, or carries too much.
    package static func remarks(_ reply: RosterAPI.AddDeputy.Reply, _ time: TimeWords) -> [String] {
        let (words, name) = (DeputyWords(time), reply.deputyship.deputyName)
        var lines = ends(reply.deputyship, time)
        if let from = reply.employedFrom { lines.append(words.employed(name, from: from)) }
        if reply.changesNothing {
            let why = reply.why.flatMap { Routing.Deputyship.Needless(rawValue: $0.word) }
            lines.append(words.changesNothing(name, why))
        }
        if let load = reply.load { lines.append(words.overCapacity(name, percent: load)) }
        return lines
    }

    /// Where a deputyship ends before its last day, a sentence each.
    package static func ends(_ deputyship: RosterAPI.Deputyship, _ time: TimeWords) -> [String] {
        let words = DeputyWords(time)
        return (deputyship.ends ?? []).compactMap { end in
            guard let at = LocalDateTime(rfc3339: end.at) else { return nil }
            guard let client = end.clientName else {
                let last = at.isMidnight ? at.day.advanced(by: -1) : at.day
                return words.endsWithEmployment(deputyship.deputyName, on: last)
            }
            return words.endsWithHandover(
                deputyship.deputyName, deputyship.agentName ?? "?", client, on: at.day)
        }
    }

    /// Where a request stands: `declined on … by emulder: too many are away`
    package static func state(_ request: RosterAPI.Request, _ time: TimeWords) -> String {
        guard let state = RequestWords.State(rawValue: request.state.word) else { return request.state.word }
        let words = RequestWords(time)
        let cancelled = request.cancelledAt.map { "; \(words.cancelled(by: request.cancelledBy, at: $0))" } ?? ""
        return words.state(state, by: request.decidedBy, at: request.decidedAt, why: request.why) + cancelled
    }

    /// A line for lists, with the number.
    package static func line(_ request: RosterAPI.Request, _ time: TimeWords) -> String {
        let text = RequestWords(time).line(
            request.absence.agentName, plainTimes(request.absence, time), deputy: request.deputyName,
            state(request, time))
        return "\(request.absence.id)  \(text)\(request.absence.note.map { " (\($0))" } ?? "")"
    }

    /// That an approval was taken back, and who was to stand in and does not any more.
    package static func reopened(_ reply: RosterAPI.Reopen.Reply, _ request: String, _ time: TimeWords) -> [String] {
        let asked = reply.request.absence
        return [RequestWords(time).reopened(request, of: asked.agentName, times(asked, time), as: asked.id)]
            + reply.deputyships.map { DeputyWords(time).cancelled($0.id, $0.deputyName, post($0)) }
    }

    /// Why leave is refused, and what to do about it.
    ///
    /// - Parameter advice: What whoever asks can do, with the id of somebody who could stand in in every gap.
    package static func refusal(
        _ told: RosterAPI.OpensGaps, _ reader: AnswerReader,
        advice: (String?, GapWords, RosterAPI.OpensGaps) -> [String] = { _, _, _ in [] }
    ) -> String {
        let time = reader.time(at: told.gaps.first?.from, in: told.timeZone)
        let words = GapWords(time)
        var seen: Set<String> = []
        let away = told.gaps.flatMap { $0.collisions ?? [] }.filter { seen.insert($0.absence).inserted }.prefix(8)
        let allowed = (told.allowed ?? []).map { time.stretch(from: $0.from, until: $0.until) }
        var lines = [words.refused] + AbsenceText.gaps(told.gaps, moreClients: told.moreClients, time)
        if !away.isEmpty { lines.append(words.absent(away.map { collision($0, time) })) }
        if !allowed.isEmpty { lines.append(words.allowed(allowed)) }
        return (lines + advice(deputy(for: told.gaps), words, told)).joined(separator: "\n")
    }

    /// `Joke de Vries, from … until … (absence 1)`
    private static func collision(_ collision: RosterAPI.Collision, _ time: TimeWords) -> String {
        let period = period(collision.from, collision.until, time)
        guard !time.isOnPage else {
            let asked = collision.request == true ? ", \(ForecastWords(time.language).asked)" : ""
            return "\(collision.agentName), \(period)\(asked)"
        }
        let number =
            collision.request == true
            ? RequestWords(time).numbered(collision.absence)
            : "\(Noun.absence.word(1, in: time.language)) \(collision.absence)"
        return "\(collision.agentName), \(period) (\(number))"
    }

    /// Why something is refused that concerns planning; nil for what concerns something else.
    package static func refusal(
        _ failure: RosterAPI.Failure, _ reader: AnswerReader,
        advice: (String?, GapWords, RosterAPI.OpensGaps) -> [String] = { _, _, _ in [] }
    ) -> String? {
        let (language, time) = (reader.language, reader.time(at: nil, in: nil))
        switch failure {
        case .opensGaps(let told): return refusal(told, reader, advice: advice)
        case .deputyIsNeeded(let told):
            let there = reader.time(at: told.gaps.first?.from, in: told.timeZone)
            let words = PlanningWords(there)
            return
                ([words.neededDeputy(told.deputyship.deputyName)]
                + AbsenceText.gaps(told.gaps, moreClients: told.moreClients, there)
                + (there.isOnPage ? [] : [told.manager == true ? GapWords(there).overrideOwn : words.overrideDeputy]))
                .joined(separator: "\n")
        case .alreadyAway(let told):
            let there = reader.time(at: told.absence.from, in: told.timeZone)
            return PlanningWords(there).alreadyAway(
                reader.who(told.absence.agent, told.absence.agentName), plainTimes(told.absence, there), told.absence.id
            )
        case .alreadyAsked(let told): return PlanningWords(time).alreadyAsked(told.request)
        case .unknownRequest(let told): return RequestWords(time).unknown(told.request)
        case .notWaiting(let told):
            let there = reader.time(
                at: told.request.decidedAt ?? told.request.absence.from, in: told.timeZone)
            return RequestWords(there).decided(told.request.absence.id, state(told.request, there))
        case .unknownClient(let told): return UnknownWords(language).client(told.client, known: told.known ?? [])
        case .unknownDeputyship(let told): return DeputyWords(time).unknown(told.deputyship)
        case .alreadyDeputy(let told):
            let there = reader.time(at: told.deputyship.from, in: told.timeZone)
            return DeputyWords(there).already(
                told.deputyship.deputyName, post(told.deputyship), from: told.deputyship.from,
                until: told.deputyship.until, told.deputyship.id)
        case .notEmployed(let told): return DeputyWords(time).notEmployed(told.agentName)
        case .oneStretch(let told): return PlanningWords(time).oneStretch(told.absence)
        default: return nil
        }
    }

    /// Somebody who could stand in in every gap.
    package static func deputy(for gaps: [RosterAPI.Gap]) -> String? {
        guard let first = gaps.first?.standInIds else { return nil }
        return first.first { id in gaps.allSatisfy { $0.standInIds?.contains(id) ?? false } }
    }
}
