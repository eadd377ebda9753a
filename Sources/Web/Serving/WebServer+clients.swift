import MajorAPI
import Time
import Wording

extension WebServer {
    func clients(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let context = visit.context
        let (reply, missed) = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            (try line.ask(DirectoryAPI.ListClients()), try line.ask(CallsAPI.ListMissed()).missed)
        }
        let view = ClientsView(context: context, templates: templates)
        return PageAnswer(
            page: .clients, body: view.body(reply, missed, ClientsWish(visit.query)), loaded: reply.now.clock)
    }

    func client(_ visit: Visit, _ id: String) async throws(AskingError) -> PageAnswer {
        guard !id.isEmpty, id.utf8.count <= 200 else {
            return mistake(.notFound, visit.context, status: 404)
        }
        let (isManager, language) = (visit.visitor.isManager, visit.context.language.rawValue)
        let (caller, at) = (visit.query["caller"], visit.query["at"])
        let facts = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let reply = try line.ask(DirectoryAPI.ListClients(client: id))
            guard let client = reply.clients.first else { throw .otherVersion }
            var facts = ClientFacts(client: client, now: reply.now, timeZone: reply.timeZone)
            // Those who do not stand for the client are told no more than who does.
            guard client.agreement != nil else { return facts }
            facts.calls = try line.ask(CallsAPI.List(client: id, limit: 30)).calls
            facts.missed = try line.ask(CallsAPI.ListMissed(client: id)).missed
            facts.cases = try line.ask(CasesAPI.List(client: id)).cases
            if isManager, let caller {
                do throws(AskingError) {
                    let moment = at.flatMap { ServiceMoment.rfc3339($0, in: reply.timeZone) }
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
}
