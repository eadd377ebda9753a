import MajorAPI
import Sheets
import Time
import Varlink
import Wording

/// What takes back what was cancelled, ended, declined or withdrawn: the same is entered again, as far as it is still to come.
extension Entry {
    /// Cancels an absence, and the deputyships that came with it.
    func cancel(isOwn: Bool, on page: String) throws(AskingError) -> Notice {
        var ended = try line.ask(RosterAPI.Cancel(absence: try needed("absence")))
        var lines: [String] = []
        for id in (form["deputyships"] ?? "").split(separator: ",").prefix(20).map(String.init) {
            let deputyship = try line.ask(RosterAPI.CancelDeputy(deputyship: id)).deputyship
            lines.append(
                DeputyWords(time).cancelled(deputyship.id, deputyship.deputyName, PlanningText.post(deputyship)))
            // Who stood in when the absence ended does not any more.
            ended.left?.removeAll { $0.id == id }
        }
        return done(AbsenceText.cancelled(ended, isOwn: isOwn, time) + lines, undo: restoring(ended.ended, on: page))
    }

    /// Offers to enter absences again that were ended.
    func restoring(_ ended: [RosterAPI.Absence], on page: String) -> [Notice.Offer] {
        // Who may not read what it was cannot enter it again.
        let known = ended.filter { $0.kind.word != "away" }.prefix(5)
        return known.map { absence in
            let name = known.count > 1 ? ": \(AbsenceText.named(absence, context.language))" : ""
            return Notice.Offer(action: "\(page)/restore", fields: [("was", kept(absence))], text: words.undo + name)
        }
    }

    /// Enters an absence again that was ended.
    func restore(isOwn: Bool, on page: String) throws(AskingError) -> Notice {
        let was = try wasBefore()
        let agent = isOwn ? nil : was.agent
        let cancel = "\(page)/cancel"
        switch was.kind.word {
        case "sickness":
            let sick = RosterAPI.ReportSick(agent: agent, until: was.until, note: was.note ?? "")
            return told(try line.ask(sick), isOwn: isOwn, cancel: cancel)
        case "pause":
            let left = was.until.flatMap { now.minutes(until: $0) } ?? 0
            guard left > 0 else { return Notice(lines: [words.over], isDone: false) }
            let pause = RosterAPI.Pause(agent: agent, seconds: left * 60, note: was.note)
            return told(try line.ask(pause), isOwn: isOwn, cancel: cancel)
        default:
            var plan = RosterAPI.PlanLeave(
                agent: agent, from: was.from, until: was.until, note: was.note, kind: was.kind.word, series: was.series)
            if let reason = form["reason"] { (plan.override, plan.reason) = (true, reason) }
            do throws(AskingError) {
                return told(try line.ask(plan), isOwn: isOwn, cancel: cancel)
            } catch {
                return try notRestored(error, was, isOwn: isOwn, on: page)
            }
        }
    }

    /// What was cancelled is not there again, since clients would have nobody by now: it is asked for, or a manager does it all the same.
    private func notRestored(
        _ error: AskingError, _ was: RosterAPI.Absence, isOwn: Bool, on page: String
    ) throws(AskingError) -> Notice {
        guard case .refused(let refused) = error, case .opensGaps(let told) = RosterAPI.Failure(refused) else {
            throw error
        }
        // The first line says that clients would have nobody, which stands above it already.
        let why = PlanningText.refusal(told, context.reader).split(separator: "\n").dropFirst().map(String.init)
        let fields = [(name: "was", value: kept(was))]
        let offer =
            isOwn
            ? Notice.Offer(action: "\(page)/ask-again", fields: fields, text: words.askFor)
            : Notice.Offer(action: "\(page)/restore", fields: fields, text: words.allTheSame, asked: [.reason])
        return Notice(
            lines: [words.notRestored(AbsenceText.line(was, time), of: isOwn ? nil : was.agentName)] + why,
            isDone: false, next: [offer], status: 422)
    }

    /// Offers to ask again for leave that was withdrawn.
    func askingAgain(_ request: RosterAPI.Request) -> Notice.Offer {
        let deputy = request.deputy.map { [(name: "deputy", value: $0)] } ?? []
        return Notice.Offer(
            action: "/me/ask-again", fields: [("was", kept(request.absence))] + deputy, text: words.undo)
    }

    func askAgain() throws(AskingError) -> Notice {
        let was = try wasBefore()
        let plan = RosterAPI.PlanLeave(
            from: was.from, until: was.until, note: was.note, series: was.series, deputy: form["deputy"], request: true)
        return told(try line.ask(plan), isOwn: true, cancel: "/me/cancel")
    }

    /// Offers to learn a number again as it was known before.
    func relearning(_ known: NumbersAPI.Learned) -> Notice.Offer {
        guard !known.refused, let client = known.client else {
            return Notice.Offer(action: "/manage/refuse", fields: [("number", known.number)], text: words.undo)
        }
        let more = [("contact", known.contact), ("function", known.function)].compactMap { name, value in
            value.map { (name: name, value: $0) }
        }
        return Notice.Offer(
            action: "/manage/number", fields: [("number", known.number), ("client", client)] + more, text: words.undo)
    }

    private func kept(_ absence: RosterAPI.Absence) -> String { String(decoding: absence.text, as: UTF8.self) }

    private func wasBefore() throws(AskingError) -> RosterAPI.Absence {
        guard let was = RosterAPI.Absence(text: Array(try needed("was").utf8)) else { throw .mistyped(.badInput) }
        return was
    }
}
