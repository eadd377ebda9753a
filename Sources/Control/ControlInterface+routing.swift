package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink
import Wording

extension ControlInterface: RoutingMethods {
    package func decide(
        _ request: RoutingAPI.Decide, _ caller: VarlinkCaller<RoutingAPI.Decide>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.Decide.Reply {
        try await mayAskRouting(caller)
        let asked = try await read(
            request.caller, called: request.called, diverter: request.diverter, at: request.at)
        let table = asked.table
        return RoutingAPI.Decide.Reply(
            callerNumber: asked.callerNumber, at: table.clock.rfc3339(asked.instant),
            decision: RoutingAPI.Decision(table.decide(asked.call, at: asked.instant, busy: asked.busy), in: table))
    }

    package func explain(
        _ request: RoutingAPI.Explain, _ caller: VarlinkCaller<RoutingAPI.Explain>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.Explain.Reply {
        let requester = try await mayAskRouting(caller)
        let asked = try await read(
            request.caller, called: request.called, diverter: request.diverter, at: request.at)
        let table = asked.table
        let explanation = table.explain(asked.call, at: asked.instant, busy: asked.busy)
        let language = request.language.flatMap(Language.init) ?? .en
        let words = StepWords(language, clock: table.clock, at: asked.instant, now: now()) { agent in
            asked.calls[agent]?.first.map { ($0.isAnswered, $0.since) }
        }
        return RoutingAPI.Explain.Reply(
            callerNumber: asked.callerNumber, at: table.clock.rfc3339(asked.instant),
            decision: RoutingAPI.Decision(explanation.decision, in: table),
            steps: explanation.steps.map {
                RoutingAPI.Step($0, words, in: table, mayReadWhy: requester.mayReadWhy)
            }, version: asked.version.map { Int($0.number) },
            versionSince: asked.version.map { table.clock.rfc3339($0.since) })
    }

    private struct Asked {
        let table: RoutingTable
        let call: Call
        let instant: Instant
        /// Who is busy with calls, when the question is about now.
        let busy: BusyAgents
        /// The calls that keep them so.
        let calls: [AgentID: [OngoingCalls.Call]]
        /// The version of the directory, of a moment that is over.
        let version: (number: Int64, since: Instant)?

        var callerNumber: String? {
            if case .number(let number) = call.caller { number.description } else { nil }
        }
    }

    /// What decided at an instant.
    private func known(
        at instant: Instant?
    ) async throws(RoutingAPI.Failure) -> (published: Published, version: (number: Int64, since: Instant)?) {
        guard let instant else { return (switchboard.desk.current.value, nil) }
        do throws(LedgerError) {
            let hindsight = try await switchboard.hindsight(at: instant)
            return (Published(table: hindsight.table, numbers: hindsight.numbers), hindsight.version)
        } catch {
            throw .pastUnknown(RoutingAPI.PastUnknown(cause: "\(error)"))
        }
    }

    @discardableResult
    private func mayAskRouting<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>
    ) async throws(Request.Failure) -> Requester {
        let requester = await identify(caller.peer)
        guard requester.mayAskRouting else { throw denied(.askRouting, requester, caller) }
        return requester
    }

    /// Without a called number an exclusive one is meant.
    private func read(
        _ caller: String, called: String?, diverter: String?, at: String?
    ) async throws(RoutingAPI.Failure) -> Asked {
        let instant: Instant? = try RoutingAPI.Failure.instant(at, parameter: "at")
        let (published, version) = try await known(at: instant)
        let called = called ?? published.table.directory.settings.exclusiveNumbers.first?.number.description ?? ""
        let request = RouteRequest(caller: caller, called: called, callID: "", diverter: diverter)
        switch Desk.read(request, with: published) {
        case .success(let call):
            let (busy, calls) = instant == nil ? switchboard.desk.ongoing : (.nobody, [:])
            return Asked(
                table: published.table, call: call, instant: instant ?? now(), busy: busy, calls: calls,
                version: version)
        case .failure(.callerTooLong): throw .invalidParameter("caller")
        case .failure(.calledTooLong): throw .invalidParameter("called")
        }
    }
}
