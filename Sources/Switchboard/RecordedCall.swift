import Ledger
package import Routing

/// A call that was decided before the daemon was started, as the ledger has it.
package struct RecordedCall: Sendable {
    package let callID: String
    package let caller: Party
    package let routed: RoutedCall
    package let instant: Instant
    /// How many of the targets have had their turn, as far as was reported.
    package let tried: Int

    /// Nil for a record that cannot be followed any more.
    init?(_ record: CallRecord, rang: [String], in table: RoutingTable) {
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
        let last = decision.targets.lastIndex { rang.contains($0.phone.description) }
        tried = max(last.map { $0 + 1 } ?? 1, 1)
    }
}
