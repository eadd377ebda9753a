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

    /// - Parameter named: Of one client, or of those for whom an agent stands; nil: of all, or of whom the address names behind its `?`.
    func coverage(_ visit: Visit, of named: String? = nil) async throws(AskingError) -> PageAnswer {
        let (reader, context) = (visit.visitor.reader, visit.context)
        let (client, agent, isKnown) = (visit.query["client"], visit.query["agent"], visit.visitor.isKnown)
        let (reply, waiting) = try await office.ask(for: reader) { line throws(AskingError) in
            let details: Bool? = isKnown ? true : nil
            let coverage =
                if let named {
                    try line.coverage(of: named, details: details)
                } else {
                    try line.coverage(
                        ReportsAPI.Coverage(weeks: 8, client: client, agent: agent, details: details))
                }
            return (
                coverage, isKnown ? try line.ask(RosterAPI.ListAbsences(waiting: true)).waiting ?? [] : []
            )
        }
        guard let report = CoverageReport(reply) else { throw .otherVersion }
        let body = CoverageView(context: context, templates: templates).body(report, waiting)
        return PageAnswer(
            page: .coverage, body: body, loaded: reply.now.clock,
            live: context.isWall ? "page=coverage&wall=1" : "page=coverage")
    }

    func reports(_ visit: Visit) async throws(AskingError) -> PageAnswer {
        let (reader, context) = (visit.visitor.reader, visit.context)
        let wish = ReportWish(visit.query)
        let (report, told) = try await office.ask(for: reader) { line throws(AskingError) in
            let told = try line.ask(DirectoryAPI.ListClients())
            return (line.reportOrRefusal(wish), told)
        }
        // Whose agreement the reader may know, of him he may have a report.
        let clients = told.clients.filter { $0.agreement != nil }
        let view = ReportsView(context: context, templates: templates)
        switch report {
        case .success(let report):
            return PageAnswer(page: .reports, body: view.body(report, clients, wish), loaded: report.made.clock)
        case .failure(let error):
            let refusal = ErrorAnswer(error, context)
            return PageAnswer(
                page: .reports, body: view.body(nil, clients, wish, mistake: refusal.text), loaded: told.now.clock,
                status: refusal.status)
        }
    }
}

// What is told of one client or agent; that there is none such is told by what was asked for.
extension DaemonLine {
    func coverage(_ request: ReportsAPI.Coverage) throws(AskingError) -> ReportsAPI.Coverage.Reply {
        do throws(AskingError) {
            return try gather(request)
        } catch {
            guard case .refused(let refused) = error else { throw error }
            if case .unknownClient(let told) = ReportsAPI.Failure(refused) {
                throw .mistyped(.unknownClient(told.client))
            }
            if case .unknownAgent(let told) = RosterAPI.Failure(refused) { throw .mistyped(.unknownAgent(told.agent)) }
            throw error
        }
    }

    /// Of a client, or of those for whom an agent stands.
    func coverage(of name: String, details: Bool?) throws(AskingError) -> ReportsAPI.Coverage.Reply {
        for request in [
            ReportsAPI.Coverage(weeks: 8, client: name, details: details),
            ReportsAPI.Coverage(weeks: 8, agent: name, details: details),
        ] {
            do throws(AskingError) {
                return try coverage(request)
            } catch {
                guard case .mistyped = error else { throw error }
            }
        }
        throw .mistyped(.unknownEither(name))
    }

    /// A report, or why there is none.
    func reportOrRefusal(_ wish: ReportWish) -> Result<ReportsAPI.Report.Reply, AskingError> {
        Result { () throws(AskingError) in try report(wish) }
    }

    func report(_ wish: ReportWish) throws(AskingError) -> ReportsAPI.Report.Reply {
        if let mistake = wish.mistake { throw .mistyped(mistake) }
        do throws(AskingError) {
            return try gather(wish.request)
        } catch {
            guard case .refused(let refused) = error, case .unknownClient(let told) = ReportsAPI.Failure(refused) else {
                throw error
            }
            throw .mistyped(.unknownClient(told.client))
        }
    }
}
