package import Routing
import Synchronization
import Time

/// Whose call an agent has, or had last.
extension Desk {
    /// The call that he has; of several, the one that he answered last.
    package func lastCall(of agent: AgentID) throws(NoClientsCall) -> Served {
        let instant = now()
        let whose: LastCalls.Whose = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            guard let call = memory.ongoing.byAgent[agent]?.last(where: \.isAnswered) else {
                return memory.lastCalls[agent]
            }
            return call.isElsewhere
                ? .failure(.elsewhere) : LastCalls.Whose(memory.served(RecentCalls.Key(call.callID), at: instant))
        }
        return try whose.get()
    }
}

extension Desk.Memory {
    /// Whose call it is: as it was decided, or else as it is followed. Nil where it is no client's.
    func served(_ key: RecentCalls.Key, at instant: Instant) -> Served? {
        decided(key, at: instant) ?? followed.served(key)
    }

    /// The same as it was decided, as long as that is remembered.
    func decided(_ key: RecentCalls.Key, at instant: Instant) -> Served? {
        guard let routed = recent.routed(key, at: instant)?.call, let client = routed.decision.client?.client.id else {
            return nil
        }
        return Served(
            client: client, contact: routed.decision.contactName, caller: recent.caller(key)?.number)
    }
}
