import MajorAPI
import Records
import Routing
import Switchboard
import Time
import Varlink

extension ControlInterface {
    var routingInterface: VarlinkInterface {
        VarlinkInterface(
            name: RoutingAPI.interface, description: InterfaceTexts.routing,
            methods: [
                "Decide": VarlinkMethod(decide), "Explain": VarlinkMethod(explain),
                "WatchCalls": VarlinkMethod(needsMore: true, watchCalls),
            ])
    }

    @Sendable private func decide(
        _ question: RoutingAPI.Question, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RoutingAPI.Answer {
        let asked = try await read(question, context)
        let table = asked.table
        return RoutingAPI.Answer(
            callerNumber: asked.callerNumber, at: table.clock.rfc3339(asked.instant),
            decision: RoutingAPI.Decision(table.decide(asked.call, at: asked.instant, busy: asked.busy), in: table))
    }

    @Sendable private func explain(
        _ question: RoutingAPI.Question, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RoutingAPI.ExplainedAnswer {
        let asked = try await read(question, context)
        let table = asked.table
        let explanation = table.explain(asked.call, at: asked.instant, busy: asked.busy)
        return RoutingAPI.ExplainedAnswer(
            callerNumber: asked.callerNumber, at: table.clock.rfc3339(asked.instant),
            decision: RoutingAPI.Decision(explanation.decision, in: table),
            steps: explanation.steps.map {
                RoutingAPI.Step($0, at: asked.instant, in: table, mayReadWhy: asked.requester.mayReadWhy)
            })
    }

    private struct Asked {
        let requester: Requester
        let table: RoutingTable
        let call: Call
        let instant: Instant
        /// Who is busy with calls, when the question is about now.
        let busy: BusyAgents

        var callerNumber: String? {
            if case .number(let number) = call.caller { number.description } else { nil }
        }
    }

    /// The table with what the ledger knows of an instant that lies long back.
    private func known(_ table: RoutingTable, at instant: Instant?) async throws(VarlinkError) -> RoutingTable {
        guard let instant else { return table }
        do throws(LedgerError) {
            return try await switchboard.table(table, knowing: instant)
        } catch {
            throw VarlinkError(name: RoutingAPI.pastUnknown, parameters: ["cause": .string("\(error)")])
        }
    }

    /// Without a called number an exclusive one is meant.
    private func read(
        _ question: RoutingAPI.Question, _ context: VarlinkContext
    ) async throws(VarlinkError) -> Asked {
        let requester = await groups.requester(context.peer)
        guard requester.mayAskRouting else { throw denied(.askRouting, requester, context) }
        let published = switchboard.desk.current.value
        let called = question.called ?? published.table.directory.exclusiveNumbers.first?.description ?? ""
        let request = RouteRequest(caller: question.caller, called: called, callID: "")
        switch Desk.read(request, with: published.numbers) {
        case .success(let call):
            let instant = try instant(question.at, parameter: "at")
            return Asked(
                requester: requester, table: try await known(published.table, at: instant), call: call,
                instant: instant ?? now(),
                busy: instant == nil ? switchboard.desk.busy : .nobody)
        case .failure(.callerTooLong): throw .invalidParameter("caller")
        case .failure(.calledTooLong): throw .invalidParameter("called")
        }
    }
}
