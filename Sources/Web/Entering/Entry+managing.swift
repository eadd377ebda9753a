import MajorAPI
import Sheets
import Time
import Wording

/// What a manager enters, and decides.
extension Entry {
    func managed(_ what: String) throws(AskingError) -> Notice? {
        switch what {
        case "approve": return try approve()
        case "decline":
            let request = try line.ask(RosterAPI.Decline(request: try needed("request"), why: try needed("why")))
                .request
            return done([PlanningText.line(request, time)])
        case "cancel":
            return done(AbsenceText.cancelled(try line.ask(RosterAPI.Cancel(absence: try needed("absence"))), time))
        case "sick":
            let until = try day("until").map { day throws(AskingError) in try moment(day) }
            let sick = RosterAPI.ReportSick(agent: try needed("agent"), until: until, note: form["note"])
            return told(try line.ask(sick), isOwn: false, cancel: "/manage/cancel")
        case "deputy", "end-deputy": return try deputy(ends: what == "end-deputy")
        case "number", "refuse", "forget-number": return try number(what)
        default: return nil
        }
    }

    private func approve() throws(AskingError) -> Notice {
        let request = try needed("request")
        var approval = RosterAPI.Approve(request: request, deputy: form["deputy"])
        if let reason = form["reason"] { (approval.override, approval.reason) = (true, reason) }
        do throws(AskingError) {
            return told(try line.ask(approval), isOwn: false, cancel: "/manage/cancel")
        } catch {
            guard case .refused(let refused) = error, case .opensGaps(let told) = RosterAPI.Failure(refused) else {
                throw error
            }
            let lines = PlanningText.refusal(told, AnswerReader(context.language)).split(separator: "\n").map(
                String.init)
            var offer = Notice.Offer(
                action: "/manage/approve", fields: [("request", request)], text: words.approveAllTheSame)
            offer.reason = true
            return Notice(lines: lines, isDone: false, kept: form, next: [offer])
        }
    }

    private func deputy(ends: Bool) throws(AskingError) -> Notice {
        if ends {
            let ended = try line.ask(RosterAPI.CancelDeputy(deputyship: try needed("deputyship"))).deputyship
            return done([DeputyWords(time).cancelled(ended.id, ended.deputyName, PlanningText.post(ended))])
        }
        guard let first = try day("from"), let last = try day("through") else { throw .unreadable(form["from"] ?? "") }
        let added = try line.ask(
            RosterAPI.AddDeputy(
                deputy: try needed("deputy"), whom: try needed("whom"), client: form["client"],
                from: try moment(first), until: try moment(last.advanced(by: 1)), note: form["note"]))
        let undo = Notice.Offer(
            action: "/manage/end-deputy", fields: [("deputyship", added.deputyship.id)], text: words.undo)
        return done([PlanningText.entered(added.deputyship, time)], undo: [undo])
    }

    private func number(_ what: String) throws(AskingError) -> Notice {
        let (number, said) = (try needed("number"), NumberWords(context.language))
        func undo(_ number: String) -> [Notice.Offer] {
            [Notice.Offer(action: "/manage/forget-number", fields: [("number", number)], text: words.undo)]
        }
        switch what {
        case "number":
            let learned = try line.ask(
                NumbersAPI.Add(number: number, client: try needed("client"), contact: form["contact"])
            ).learned
            return done(
                [said.added(learned.number, client: learned.clientName ?? "", contact: learned.contact)],
                undo: undo(learned.number))
        case "refuse":
            let learned = try line.ask(NumbersAPI.Refuse(number: number)).learned
            return done([said.isRefused(learned.number)], undo: undo(learned.number))
        default:
            return done([said.removed(try line.ask(NumbersAPI.Remove(number: number)).removed.number)])
        }
    }
}
