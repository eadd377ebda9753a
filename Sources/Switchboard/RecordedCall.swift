import Records
package import Routing
package import Time

/// A call that was decided before the daemon was started, as the ledger has it.
package struct RecordedCall: Sendable {
    package let callID: String
    package let caller: Party
    package let routed: RoutedCall
    package let instant: Instant
    /// How many of the targets have had their turn, as far as was reported.
    package let tried: Int

    /// Nil for a record that cannot be followed any more.
    init?(_ record: CallRecord, _ progress: RecordedProgress, in table: RoutingTable) {
        guard case .decided(let decided) = record.change, let id = DecisionID(decided.decision),
            let caller = Party(recorded: decided.caller),
            let decision = table.restore(
                RoutingTable.RecordedDecision(
                    caller: caller, client: decided.client, action: decided.action, reason: decided.reason,
                    targets: decided.targets, generation: decided.generation))
        else { return nil }
        callID = record.callID
        self.caller = caller
        routed = RoutedCall(id: id, decision: decision)
        instant = record.instant
        let last = decision.targets.lastIndex { progress.rang.contains($0.phone.description) }
        tried = max(last.map { $0 + 1 } ?? 1, 1)
    }
}

/// How far a call had come before the daemon was started.
package struct FollowedCall: Sendable {
    package let callID: String
    package let progress: CallProgress

    init(callID: String, progress: RecordedProgress) {
        self.callID = callID
        self.progress = CallProgress(progress)
    }
}

/// A call that an agent had before the daemon was started.
package struct HeldCall: Sendable {
    package let callID: String
    package let agent: AgentID
    package let since: Instant
    package let progress: CallProgress

    init(callID: String, agent: AgentID, since: Instant, progress: RecordedProgress) {
        self.callID = callID
        self.agent = agent
        self.since = since
        self.progress = CallProgress(progress)
    }
}

extension CallProgress {
    /// How far a call had come, by what was recorded of it.
    init(_ recorded: RecordedProgress) {
        func report(_ phones: some Sequence<String>, _ kind: (Extension) -> CallEvent.Kind) {
            for phone in phones.compactMap({ Extension($0) }) { _ = take(kind(phone), at: .earliest) }
        }
        self.init(targets: recorded.phones.compactMap { Extension($0) })
        report(recorded.rang, CallEvent.Kind.ringing)
        report(CollectionOfOne(recorded.answeredBy).compactMap(\.self), CallEvent.Kind.answered)
        report(recorded.released, CallEvent.Kind.released)
        if let phone = recorded.heldAt, !recorded.released.isEmpty { report([phone], CallEvent.Kind.answered) }
        // Who had the call, and has it no more before its end, was freed.
        if recorded.heldAt == nil { free() }
        if let ended = recorded.ended { _ = take(.ended(.answered), at: ended) }
    }
}
