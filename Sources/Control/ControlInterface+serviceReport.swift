package import MajorAPI
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface {
    package func report(
        _ request: ReportsAPI.Report, _ caller: VarlinkCaller<ReportsAPI.Report>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Report.Reply {
        let requester = await identify(caller.peer)
        let time = try Self.time(request)
        let (progress, clock) = (ReportProgress(), switchboard.table.clock)
        let made = clock.rfc3339(now())
        let standing = { @Sendable in
            ReportsAPI.Report.Reply(
                progress: ReportsAPI.ReportProgress(calls: progress.calls), made: made, timeZone: clock.zone, from: "",
                until: "", complete: false, clients: [])
        }
        let outcome = try await telling(standing, caller) {
            do throws(Switchboard.ReportRefusal) {
                return Result<ServiceReport, Switchboard.ReportRefusal>.success(
                    try await switchboard.report(
                        client: request.client, over: time, progress: progress, by: requester))
            } catch {
                return .failure(error)
            }
        }
        switch outcome {
        case .success(let report):
            return try await send(report, isOfAll: requester.isManager && request.client == nil, caller)
        case .failure(.notAllowed(let right)): throw denied(right, requester, caller)
        case .failure(.unknownClient(let id, let nearest)):
            throw .unknownClient(ReportsAPI.UnknownClient(client: id, known: [nearest].compactMap(\.self)))
        case .failure(.notBegun): throw .notBegun
        case .failure(.notKept(let from)): throw .notKept(ReportsAPI.NotKept(from: clock.rfc3339(from)))
        case .failure(.ledger(let error)): throw .ledgerUnavailable(.init(cause: "\(error)"))
        }
    }

    private static func time(
        _ request: ReportsAPI.Report
    ) throws(ReportsAPI.Failure) -> Switchboard.ReportTime {
        guard request.from != nil || request.until != nil else {
            guard let text = request.month else { return .month(nil) }
            guard let month = CalendarMonth(text: text) else { throw .invalidParameter("month") }
            return .month(month)
        }
        guard request.month == nil else { throw .invalidParameter("month") }
        guard let from = try ReportsAPI.Failure.instant(request.from, parameter: "from") else {
            throw .invalidParameter("from")
        }
        guard let until = try ReportsAPI.Failure.instant(request.until, parameter: "until"),
            let interval = Interval(from: from, until: until), until.since(from) <= ReportPeriod.longest
        else { throw .invalidParameter("until") }
        return .interval(interval)
    }

    /// So many clients are one reply.
    private static let clientsTogether = 100
    /// More are too many for one.
    private static let clientsAtOnce = 2_000

    private func send(
        _ report: ServiceReport, isOfAll: Bool, _ caller: VarlinkCaller<ReportsAPI.Report>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Report.Reply {
        var last = ReportsAPI.Report.Reply(report, isOfAll: isOfAll)
        let clients = report.clients.map { ReportsAPI.ClientReport($0.client, $0.figures) }
        guard caller.wantsMore else {
            guard clients.count <= Self.clientsAtOnce else { throw ReportsAPI.Failure(.expectedMore) }
            last.clients = clients
            return last
        }
        var rest = clients[...]
        while rest.count > Self.clientsTogether {
            var some = last
            (some.total, some.sheet) = (nil, nil)
            some.clients = Array(rest.prefix(Self.clientsTogether))
            try await caller.send(some)
            rest = rest.dropFirst(Self.clientsTogether)
        }
        last.clients = Array(rest)
        return last
    }
}
