package import Routing
import Synchronization
package import Time

/// What becomes of calls.
extension Desk {
    /// How long after the last report that a call is still up its agent is let go.
    package static let upMemory = Milliseconds.minutes(5)

    /// Takes what became of a call. `accepted` is told once it is in the ledger, or kept for it; at once where nothing is to be kept.
    package func report(_ event: CallEvent, accepted: @escaping @Sendable () -> Void) {
        let instant = now()
        let published = current.value
        let (routed, effect) = memory.withLock { $0.take(event, with: published.table, at: instant) }
        guard event.kind != .up else { return accepted() }
        notes.append(
            .event(
                ReportedCall(
                    event: event, effect: effect, agent: event.kind.phone.flatMap(published.table.agentID),
                    routed: routed, instant: instant, table: published, accepted: accepted)))
    }

    /// Lets an agent go from all calls that keep him busy, whatever was reported of them, and whatever is reported again.
    ///
    /// - Parameter recorded: Told once that is in the ledger, or kept for it; not where there is no call.
    /// - Returns: The calls, the oldest first.
    package func free(
        _ agent: AgentID, recorded: @escaping @Sendable () -> Void = {}
    ) -> [OngoingCalls.Call] {
        let instant = now()
        let calls = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let calls = memory.ongoing.byAgent[agent] ?? []
            for call in calls {
                memory.ongoing.release(call.callID)
                memory.followed.free(RecentCalls.Key(call.callID))
            }
            return calls
        }
        // Notes keep their order: with the last one all are recorded.
        let nothing: @Sendable () -> Void = {}
        for (place, call) in calls.enumerated() {
            let told = place == calls.count - 1 ? recorded : nothing
            notes.append(.freed(FreedCall(callID: call.callID, agent: agent, instant: instant, recorded: told)))
        }
        return calls
    }

    /// Takes up calls that agents had before the daemon was started and that are not over.
    package func resume(_ calls: [HeldCall]) {
        let maxCall = current.value.table.directory.maxCall
        memory.withLock { memory in
            for call in calls {
                let until = call.since.advanced(by: maxCall)
                memory.ongoing.answered(call.callID, call.agent, at: call.since, until: until)
                memory.followed.resume(
                    RecentCalls.Key(call.callID), call.progress, until: until.advanced(by: FollowedCalls.memory))
            }
        }
    }

    /// Takes up how far calls had come before the daemon was started, the newest first: what is over stays over.
    package func resume(_ calls: [FollowedCall]) {
        let until = now().advanced(by: current.value.table.directory.maxCall).advanced(by: FollowedCalls.memory)
        memory.withLock { memory in
            for call in calls {
                memory.followed.resume(RecentCalls.Key(call.callID), call.progress, until: until)
            }
        }
    }
}

extension Desk.Memory {
    fileprivate mutating func take(
        _ event: CallEvent, with table: RoutingTable, at instant: Instant
    ) -> (RoutedCall?, CallProgress.Effect) {
        ongoing.expire(at: instant)
        let key = RecentCalls.Key(event.callID)
        let routed = recent.routed(key, at: instant)?.call
        let targets = routed?.decision.targets ?? []
        let maxCall = table.directory.maxCall
        let (effect, isKeptUp) = followed.take(
            event.kind, of: key, targets: targets.lazy.map(\.phone), maxCall: maxCall, at: instant)
        switch effect {
        case .rings(let phone):
            hold(event.callID, table.agentID(at: phone)) { calls, agent in
                let ring = targets.first { $0.phone == phone }.map { Milliseconds.seconds($0.ring) }
                calls.ringing(event.callID, agent, ring: ring ?? table.directory.ring, at: instant)
            }
        case .answers(let phone, _):
            let until = instant.advanced(by: isKeptUp ? Desk.upMemory : maxCall)
            hold(event.callID, table.agentID(at: phone)) { calls, agent in
                calls.answered(event.callID, agent, at: instant, until: until)
            }
        case .staysUp(let phone):
            guard let agent = table.agentID(at: phone) else { break }
            ongoing.stillUp(event.callID, agent, at: instant, until: instant.advanced(by: Desk.upMemory))
        case .letsGo, .ends: ongoing.release(event.callID)
        case .nothing, .late: break
        }
        return (routed, effect)
    }

    /// Holds whose phone it is; nobody where it is no agent's.
    private mutating func hold(
        _ callID: String, _ agent: AgentID?, _ body: (inout OngoingCalls, AgentID) -> Void
    ) {
        if let agent { body(&ongoing, agent) } else { ongoing.release(callID) }
    }
}

extension RoutingTable {
    /// Whose phone it is; nil for the overflow's.
    fileprivate func agentID(at phone: Extension) -> AgentID? {
        agent(at: phone)?.agent.id
    }
}
