import Logging
package import Routing
import Time
import Wording

extension Switchboard {
    /// An agent who was freed from the calls that kept him busy.
    package struct Released: Sendable {
        package let agent: Agent
        /// The oldest first; one at least.
        package let calls: [OngoingCalls.Call]
    }

    /// Frees an agent from the calls that keep him busy, such as one whose end no PBX has reported: calls come to him again at once.
    ///
    /// Returns once that is in the ledger, or kept for it while the ledger is unavailable.
    package func release(agent: String?, by requester: Requester) async throws(RosterRefusal) -> Released {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            let (recorded, ending) = AsyncStream<Void>.makeStream()
            let calls = desk.free(agent.id) { ending.finish() }
            guard !calls.isEmpty else { throw .notBusy(agent) }
            for await _ in recorded {}
            noteChange()
            report(calls, of: agent, by: requester)
            return Released(agent: agent, calls: calls)
        }
    }

    private func report(_ calls: [OngoingCalls.Call], of agent: Agent, by requester: Requester) {
        for call in calls {
            let state = AvailabilityWords().call(isAnswered: call.isAnswered, since: table.clock.rfc3339(call.since))
            logger.report(
                .agentFreed, "\(agent.name), \(state), was freed from call \(call.callID) by \(requester.user)",
                requester.fields.merging(["agent": "\(agent.id)", "call": "\(call.callID)"]) { own, _ in own })
        }
    }
}
