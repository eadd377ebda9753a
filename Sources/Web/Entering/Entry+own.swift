import MajorAPI
import Sheets
import Time
import Wording

/// What an agent enters of himself.
extension Entry {
    func own(_ what: String) throws(AskingError) -> Notice? {
        switch what {
        case "sick":
            let until = try day("until").map { day throws(AskingError) in try moment(day) }
            return told(
                try line.ask(RosterAPI.ReportSick(until: until, note: form["note"])), isOwn: true, cancel: "/me/cancel")
        case "pause":
            guard let minutes = form["minutes"].flatMap({ Int($0) }), (1...1_440).contains(minutes) else {
                throw .unreadable(form["minutes"] ?? "")
            }
            return told(try line.ask(RosterAPI.Pause(seconds: minutes * 60)), isOwn: true, cancel: "/me/cancel")
        case "back": return done([AbsenceText.welcome(try line.ask(RosterAPI.Return()), isOwn: true, time)])
        case "cancel":
            return done(AbsenceText.cancelled(try line.ask(RosterAPI.Cancel(absence: try needed("absence"))), time))
        case "withdraw":
            let request = try line.ask(RosterAPI.Withdraw(request: try needed("request"))).request
            return done([PlanningText.line(request, time)])
        case "leave": return try leave()
        default: return nil
        }
    }

    /// Looks what leave would come to, or asks for it.
    private func leave() throws(AskingError) -> Notice {
        guard let first = try day("from") else { throw .unreadable(form["from"] ?? "") }
        let last = try day("through") ?? first
        guard last >= first, first.advanced(by: 740) > last else { throw .unreadable("\(first) – \(last)") }
        let (start, end) = (try clock("from_time"), try clock("until_time"))
        let from = try moment(first, start ?? .startOfDay)
        let until = if let end { try moment(last, end) } else { try moment(last.advanced(by: 1)) }
        var plan = RosterAPI.PlanLeave(from: from, until: until, note: form["note"])
        let meant = "→ \(time.period(from: from, until: until))"
        if form["step"] == "send" {
            if form["request"] != nil { (plan.request, plan.deputy) = (true, form["deputy"]) }
            do throws(AskingError) {
                return told(try line.ask(plan), isOwn: true, cancel: "/me/cancel")
            } catch {
                return try refused(error, meant)
            }
        }
        plan.dryRun = true
        do throws(AskingError) {
            let looked = try line.ask(plan)
            let lines = [meant] + AbsenceText.consequences(looked, isOwn: true, time)
            return Notice(lines: lines, isDone: true, kept: form, next: [offer([], words.enterLeave)])
        } catch {
            return try refused(error, meant)
        }
    }

    /// What the guard says, and what may be asked for instead.
    private func refused(_ error: AskingError, _ meant: String) throws(AskingError) -> Notice {
        guard case .refused(let refused) = error, case .opensGaps(let told) = RosterAPI.Failure(refused) else {
            throw error
        }
        let reader = AnswerReader(context.language)
        var offers = [offer([("request", "1")], words.askFor)]
        if let deputy = PlanningText.deputy(for: told.gaps), let gap = told.gaps.first,
            let place = gap.standInIds?.firstIndex(of: deputy), gap.standIns.indices.contains(place)
        {
            offers.append(offer([("request", "1"), ("deputy", deputy)], words.askFor(with: gap.standIns[place])))
        }
        let lines = PlanningText.refusal(told, reader).split(separator: "\n").map(String.init)
        return Notice(lines: [meant] + lines, isDone: false, kept: form, next: offers)
    }

    private func offer(_ more: [(name: String, value: String)], _ text: String) -> Notice.Offer {
        let kept = ["from", "through", "from_time", "until_time", "note"].compactMap { name in
            form[name].map { (name: name, value: $0) }
        }
        return Notice.Offer(action: "/me/leave", fields: kept + [(name: "step", value: "send")] + more, text: text)
    }
}
