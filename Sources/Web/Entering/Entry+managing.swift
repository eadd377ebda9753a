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
            return done([PlanningText.line(request, time)], undo: [reopening(request.absence.id)])
        case "reopen":
            let request = try needed("request")
            let reopened = try line.ask(RosterAPI.Reopen(request: request))
            return done(PlanningText.reopened(reopened, request, time) + [words.decideAgain])
        case "cancel": return try cancel(isOwn: false, on: "/manage")
        case "restore": return try restore(isOwn: false, on: "/manage")
        case "feed", "feed-end": return try feed(isDesk: true, ends: what == "feed-end")
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
        // What was chosen counts, also nobody: it is not left to whom the request names.
        let deputy = form["deputy"] ?? ""
        var approval = RosterAPI.Approve(request: request, deputy: deputy)
        if let reason = form["reason"] { (approval.override, approval.reason) = (true, reason) }
        do throws(AskingError) {
            return approved(try line.ask(approval))
        } catch {
            guard case .refused(let refused) = error, case .opensGaps(let told) = RosterAPI.Failure(refused) else {
                throw error
            }
            let lines = PlanningText.refusal(told, context.reader).split(separator: "\n").map(
                String.init)
            let offer = Notice.Offer(
                action: "/manage/approve",
                fields: [("request", request), ("deputy", deputy)],
                text: words.approveAllTheSame,
                asked: [.reason])
            return Notice(lines: lines, isDone: false, kept: form, next: [offer])
        }
    }

    /// An approval is taken back as a whole: the request waits again, and nobody stands in. Leave that has begun, or has taken the place of other
    /// leave, would not be what it was, so that is not offered.
    private func approved(_ reply: RosterAPI.Approve.Reply) -> Notice {
        let absence = reply.absence
        let isToCome = absence.from.minutes(until: now).map { $0 < 0 } ?? false
        let lines = AbsenceText.confirmation(reply, isOwn: false, time)
        guard isToCome, reply.details?.replaced.isEmpty != false else { return done(lines + [words.undoByHand]) }
        return done(lines, undo: [reopening(absence.id)])
    }

    /// Offers to take back what was decided: the request waits again.
    private func reopening(_ request: String) -> Notice.Offer {
        Notice.Offer(action: "/manage/reopen", fields: [("request", request)], text: words.undo)
    }

    private func deputy(ends: Bool) throws(AskingError) -> Notice {
        if ends {
            let cancel = RosterAPI.CancelDeputy(
                deputyship: try needed("deputyship"), override: form["reason"].map { _ in true }, reason: form["reason"]
            )
            do throws(AskingError) {
                let ended = try line.ask(cancel).deputyship
                let text = DeputyWords(time).cancelled(ended.id, ended.deputyName, PlanningText.post(ended))
                return done([text], undo: [deputizing(ended)])
            } catch {
                return try needsReason(error, "/manage/end-deputy", [("deputyship", cancel.deputyship)])
            }
        }
        let (from, until) = try deputyPeriod()
        let isLooked = form["step"] == "check"
        let added = try line.ask(
            RosterAPI.AddDeputy(
                deputy: try needed("deputy"), whom: try needed("whom"), client: form["client"], from: from,
                until: until, note: form["note"], dryRun: isLooked ? true : nil))
        guard !isLooked else {
            let meant = DeputyWords(time).line(
                added.deputyship.deputyName, PlanningText.post(added.deputyship), from: from, until: until)
            let fields = ["deputy", "whom", "client", "from", "through", "note"].compactMap { name in
                form[name].map { (name: name, value: $0) }
            }
            let offer = Notice.Offer(action: "/manage/deputy", fields: fields, text: words.label(.nameDeputy))
            return Notice(
                lines: ["→ \(meant)"] + PlanningText.remarks(added, time), isDone: true, kept: form, next: [offer])
        }
        let undo = Notice.Offer(
            action: "/manage/end-deputy", fields: [("deputyship", added.deputyship.id)], text: words.undo)
        return done(
            [PlanningText.entered(added.deputyship, time)] + PlanningText.remarks(added, time), undo: [undo])
    }

    /// By days that are included, or by moments, as where one is entered again.
    private func deputyPeriod() throws(AskingError) -> (from: String, until: String) {
        if let from = form["from_moment"], let until = form["until_moment"] { return (from, until) }
        let (first, last) = try days()
        return (try moment(first), try moment(last.advanced(by: 1)))
    }

    /// Offers to name a deputy again who was cancelled.
    private func deputizing(_ was: RosterAPI.Deputyship) -> Notice.Offer {
        let fields: [(name: String, value: String?)] = [
            ("deputy", was.deputy), ("whom", was.agent ?? was.client), ("client", was.agent == nil ? nil : was.client),
            ("from_moment", was.from), ("until_moment", was.until), ("note", was.note),
        ]
        return Notice.Offer(
            action: "/manage/deputy", fields: fields.compactMap { field in field.value.map { (field.name, $0) } },
            text: words.undo)
    }

    /// What would leave clients without anybody is done with a reason.
    private func needsReason(
        _ error: AskingError, _ action: String, _ fields: [(name: String, value: String)]
    ) throws(AskingError) -> Notice {
        guard case .refused(let refused) = error else { throw error }
        switch RosterAPI.Failure(refused) {
        case .deputyIsNeeded, .opensGaps: break
        default: throw error
        }
        let offer = Notice.Offer(action: action, fields: fields, text: words.allTheSame, asked: [.reason])
        let lines = RefusalLines(reader: context.reader).lines(refused)
        return Notice(lines: lines.map(\.capitalizingFirst), isDone: false, kept: form, next: [offer])
    }

    private func number(_ what: String) throws(AskingError) -> Notice {
        let (number, said) = (try needed("number"), NumberWords(context.language))
        func undo(_ learned: NumbersAPI.Learned, _ before: NumbersAPI.Learned?) -> [Notice.Offer] {
            if let before { return [relearning(before)] }
            return [
                Notice.Offer(action: "/manage/forget-number", fields: [("number", learned.number)], text: words.undo)
            ]
        }
        func before(_ learned: NumbersAPI.Learned?) -> [String] {
            learned.map { [said.before($0.refused ? said.refused : $0.clientName ?? $0.client ?? "")] } ?? []
        }
        switch what {
        case "number":
            let added = try learn(number)
            let learned = added.learned
            return done(
                [said.added(learned.number, client: learned.clientName ?? "", contact: learned.contact)]
                    + before(added.before),
                undo: undo(learned, added.before))
        case "refuse":
            let refused = try line.ask(NumbersAPI.Refuse(number: number))
            return done(
                [said.isRefused(refused.learned.number)] + before(refused.before),
                undo: undo(refused.learned, refused.before))
        default:
            let removed = try line.ask(NumbersAPI.Remove(number: number)).removed
            return done([said.removed(removed.number)], undo: [relearning(removed)])
        }
    }

    /// A client is taken by id, as what is undone has it, and else by what people write.
    private func learn(_ number: String) throws(AskingError) -> NumbersAPI.Add.Reply {
        func add(_ client: String) throws(AskingError) -> NumbersAPI.Add.Reply {
            try line.ask(
                NumbersAPI.Add(number: number, client: client, contact: form["contact"], function: form["function"]))
        }
        let typed = try needed("client")
        do throws(AskingError) {
            return try add(typed)
        } catch {
            guard case .refused(let refused) = error, case .unknownClient = NumbersAPI.Failure(refused) else {
                throw error
            }
            return try add(ClientChoice(text: typed).id(among: line.ask(DirectoryAPI.ListClients()).clients))
        }
    }
}
