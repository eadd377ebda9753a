import MajorAPI
import Sheets
import Time
import Wording

/// Leave: what it would come to, before it is sent.
extension Entry {
    /// What the guard says of leave that is looked at.
    private enum Looked {
        case free([String])
        case gaps(RosterAPI.OpensGaps, [String])

        var lines: [String] {
            switch self {
            case .free(let lines), .gaps(_, let lines): lines
            }
        }

        /// By which it is known whether the guard says the same later.
        var mark: String {
            let text = ([isFree ? "free" : "gaps"] + lines).joined(separator: "\n")
            return String(FormToken.hexadecimal(SHA256.digest(Array(text.utf8))).prefix(16))
        }

        var isFree: Bool { if case .free = self { true } else { false } }
    }

    /// Looks what leave would come to, or asks for it: what has changed since it was looked at is told, and nothing is sent then.
    func leave() throws(AskingError) -> Notice {
        let (from, until) = try period()
        var plan = RosterAPI.PlanLeave(from: from, until: until, note: form["note"])
        let meant = "→ \(time.period(from: from, until: until))"
        let looked = try look(plan)
        let isSent = form["step"] == "send"
        guard isSent, form["seen"] == nil || form["seen"] == looked.mark else {
            return notice([meant] + (isSent ? [words.changedMeanwhile] : []), looked)
        }
        if form["request"] != nil { (plan.request, plan.deputy) = (true, form["deputy"]) }
        do throws(AskingError) {
            return told(try line.ask(plan), isOwn: true, cancel: "/me/cancel")
        } catch {
            // Somebody was quicker, between the look and the wish.
            return notice([meant, words.changedMeanwhile], try gaps(error))
        }
    }

    private func period() throws(AskingError) -> (from: String, until: String) {
        let (first, last) = try days()
        let (start, end) = (try clock("from_time"), try clock("until_time"))
        let until = if let end { try moment(last, end) } else { try moment(last.advanced(by: 1)) }
        return (try moment(first, start ?? .startOfDay), until)
    }

    private func look(_ plan: RosterAPI.PlanLeave) throws(AskingError) -> Looked {
        var dry = plan
        dry.dryRun = true
        do throws(AskingError) {
            return .free(AbsenceText.consequences(try line.ask(dry), isOwn: true, time))
        } catch {
            return try gaps(error)
        }
    }

    private func gaps(_ error: AskingError) throws(AskingError) -> Looked {
        guard case .refused(let refused) = error, case .opensGaps(let told) = RosterAPI.Failure(refused) else {
            throw error
        }
        let text = PlanningText.refusal(told, context.reader)
        return .gaps(told, text.split(separator: "\n").map(String.init))
    }

    /// What the guard says, and what may be sent.
    private func notice(_ above: [String], _ looked: Looked) -> Notice {
        var offers: [Notice.Offer]
        switch looked {
        case .free: offers = [offer([], words.enterLeave, looked)]
        case .gaps(let told, _):
            offers = [offer([("request", "1")], words.askFor, looked)]
            if let deputy = PlanningText.deputy(for: told.gaps), let gap = told.gaps.first,
                let place = gap.standInIds?.firstIndex(of: deputy), gap.standIns.indices.contains(place)
            {
                let asked = words.askFor(with: gap.standIns[place])
                offers.append(offer([("request", "1"), ("deputy", deputy)], asked, looked))
            }
        }
        return Notice(lines: above + looked.lines, isDone: looked.isFree, kept: form, next: offers)
    }

    private func offer(_ more: [(name: String, value: String)], _ text: String, _ looked: Looked) -> Notice.Offer {
        let kept = ["from", "through", "from_time", "until_time", "note"].compactMap { name in
            form[name].map { (name: name, value: $0) }
        }
        let fields = kept + [(name: "step", value: "send"), (name: "seen", value: looked.mark)] + more
        return Notice.Offer(action: "/me/leave", fields: fields, text: text)
    }
}
