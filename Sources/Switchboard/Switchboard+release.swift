import Logging
import Records
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
    /// Returns once that is in the ledger, or kept for it while the ledger is unavailable. A call of another site is let go here at once; that site
    /// does it as soon as it hears of it.
    package func release(agent: String?, by requester: Requester) async throws(RosterRefusal) -> Released {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            let (recorded, ending) = AsyncStream<Void>.makeStream()
            let own = desk.free(agent.id) { ending.finish() }
            let elsewhere = desk.freeElsewhere(agent.id)
            for release in elsewhere.releases { ledger.sites?.tell(release) }
            let calls = (own + elsewhere.calls).sorted { $0.since < $1.since }
            guard !calls.isEmpty else { throw .notBusy(agent) }
            if !own.isEmpty { for await _ in recorded {} }
            noteChange()
            report(calls, of: agent, by: requester)
            return Released(agent: agent, calls: calls)
        }
    }

    private func report(_ calls: [OngoingCalls.Call], of agent: Agent, by requester: Requester) {
        for call in calls {
            let state = AvailabilityWords().call(isAnswered: call.isAnswered, since: table.clock.rfc3339(call.since))
            logger.report(
                .agentFreed,
                "\(agent.name), \(state), was freed from \(call.isElsewhere ? "a call of another site" : "call \(call.callID)") by \(requester.user)",
                requester.fields.merging(
                    call.isElsewhere
                        ? ["agent": "\(agent.id)"] : ["agent": "\(agent.id)", "call": "\(call.callID)"]
                ) { own, _ in own })
        }
    }
}
