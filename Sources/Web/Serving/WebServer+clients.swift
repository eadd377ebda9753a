import MajorAPI
import Time
import Wording

extension WebServer {
    func clients(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let context = visit.context
        let language = context.language.rawValue
        let number = visit.visitor.isManager && visit.query["explain"] != nil ? visit.query["q"] : nil
        let (reply, missed, cases, isPBXSilent, steps) = try await office.ask(for: visit.visitor.reader) {
            line throws(AskingError) in
            (
                try line.ask(DirectoryAPI.ListClients()), try line.ask(CallsAPI.ListMissed()).missed,
                try line.ask(CasesAPI.List()).cases, try line.ask(RosterAPI.Status()).isPBXSilent,
                try number.map { caller throws(AskingError) in
                    try line.ask(RoutingAPI.Explain(caller: caller, language: language)).steps
                }
            )
        }
        let view = ClientsView(context: context, templates: templates, isPBXSilent: isPBXSilent)
        return PageAnswer(
            page: .clients, body: view.body(reply, missed, cases, ClientsWish(visit.query), steps: steps),
            loaded: reply.now.clock)
    }

    func client(_ visit: Visit, _ id: String) async throws(AskingError) -> PageAnswer {
        guard !id.isEmpty, id.utf8.count <= 200 else {
            return mistake(.notFound, visit.context)
        }
        let (isManager, language) = (visit.visitor.isManager, visit.context.language.rawValue)
        let (caller, at) = (visit.query["caller"], visit.query["at"])
        let day = try visit.query["day"].map { text throws(AskingError) -> CalendarDay in
            guard let day = CalendarDay(text: text) else { throw .mistyped(.noDay(text)) }
            return day
        }
        let facts = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let reply = try line.client(id)
            guard let client = reply.clients.first else { throw .otherVersion }
            var facts = ClientFacts(client: client, now: reply.now, timeZone: reply.timeZone)
            if let day { facts.day = try Self.day(day, of: id, today: reply.now, line) }
            facts.isPBXSilent = try line.ask(RosterAPI.Status()).isPBXSilent
            // Those who do not stand for the client are told no more than who does.
            guard client.agreement != nil else { return facts }
            facts.calls = try line.ask(CallsAPI.List(client: id, limit: 30)).calls
            facts.missed = try line.ask(CallsAPI.ListMissed(client: id)).missed
            facts.cases = try line.ask(CasesAPI.List(client: id)).cases
            let moment = at.flatMap { ServiceMoment.rfc3339($0, in: reply.timeZone) }
            if isManager, let at, moment == nil {
                (facts.steps, facts.mistake) = ([], .noMoment(at))
            } else if isManager, let caller {
                do throws(AskingError) {
                    facts.steps = try line.ask(RoutingAPI.Explain(caller: caller, at: moment, language: language)).steps
                } catch {
                    guard case .refused = error else { throw error }
                    facts.steps = []
                }
            }
            return facts
        }
        let view = ClientView(context: visit.context, templates: templates)
        return PageAnswer(
            page: .clients, title: facts.client.name, body: view.body(facts, caller: caller, at: at),
            loaded: facts.now.clock, live: "page=client")
    }

    /// What is known of a client on a day; nil where that is too far ahead, or over.
    private static func day(
        _ day: CalendarDay, of client: String, today: String, _ line: DaemonLine
    ) throws(AskingError) -> DayFacts? {
        guard let first = LocalDateTime(rfc3339: today)?.day, first <= day, day < first.advanced(by: 700) else {
            return nil
        }
        // What begins or goes on that day is told to its end, as far as majord looks ahead at all.
        let weeks = min((day.daysSince1970 - first.daysSince1970) / 7 + 27, 104)
        let absences = try line.ask(RosterAPI.ListAbsences(waiting: true))
        return DayFacts(
            day: day, coverage: try line.gather(ReportsAPI.Coverage(weeks: weeks, client: client, details: true)),
            absences: absences.absences, waiting: absences.waiting ?? [],
            deputyships: try line.ask(RosterAPI.ListDeputies()).deputyships)
    }
}

extension DaemonLine {
    /// One client; that there is none such is told by what was asked for.
    func client(_ id: String) throws(AskingError) -> DirectoryAPI.ListClients.Reply {
        do throws(AskingError) {
            return try ask(DirectoryAPI.ListClients(client: id))
        } catch {
            guard case .refused(let refused) = error, case .unknownClient = DirectoryAPI.Failure(refused) else {
                throw error
            }
            throw .mistyped(.unknownClient(id))
        }
    }
}
