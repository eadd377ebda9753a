import Foundation
import MajorAPI
import Sheets
import Time
import Wording

/// The pages that are looked at.
extension WebServer {
    func nowPage(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let (reader, context) = (visit.visitor.reader, visit.context)
        let language = context.language.rawValue
        let facts = try await office.ask(for: reader) { line throws(AskingError) in
            let status = try line.ask(RosterAPI.Status(clients: reader == .nobody ? nil : true, language: language))
            return try line.facts(status, for: reader)
        }
        let wall = context.isWall ? "&wall=1" : ""
        return PageAnswer(
            page: .now, body: NowPage(context: context, templates: templates).body(facts),
            loaded: facts.status.now.clock, live: "page=now\(wall)")
    }

    func coverage(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let (reader, context) = (visit.visitor.reader, visit.context)
        let (client, isKnown) = (visit.query["client"], visit.visitor.isKnown)
        let reply = try await office.ask(for: reader) { line throws(AskingError) in
            try line.gather(ReportsAPI.Coverage(weeks: 8, client: client, details: isKnown ? true : nil))
        }
        guard let report = CoverageReport(reply) else { throw .otherVersion }
        let body = CoverageView(context: context, templates: templates).body(report)
        return PageAnswer(
            page: .coverage, body: body, loaded: reply.now.clock,
            live: context.isWall ? "page=coverage&wall=1" : "page=coverage")
    }

    func reports(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let (reader, context) = (visit.visitor.reader, visit.context)
        let wish = ReportWish(visit.query)
        let (report, clients) = try await office.ask(for: reader) { line throws(AskingError) in
            (try line.gather(wish.request), try line.ask(DirectoryAPI.ListClients()).clients)
        }
        let body = ReportsView(context: context, templates: templates).body(report, clients, wish)
        return PageAnswer(page: .reports, body: body, loaded: report.made.clock)
    }
}
