package import Logging
import Routing

/// Writes one line in the journal for each decision that a person would look for.
package struct DecisionReporter: Sendable {
    private let logger: Logger

    package init(logger: Logger) {
        self.logger = logger
    }

    /// Reports decisions until the queue is finished.
    package func run(_ queue: DecisionQueue) async {
        var reportedDrops = 0
        await queue.forEachBatch { batch in
            for call in batch { report(call) }
            let dropped = queue.counts.dropped
            if dropped > reportedDrops {
                logger.warning("\(dropped - reportedDrops) decisions came too fast for the journal and are not in it")
                reportedDrops = dropped
            }
        }
    }

    /// Calls to other numbers are nobody's concern here, unless someone debugs.
    private func report(_ call: DecidedCall) {
        let decision = call.routed.decision
        let level: Logger.Level =
            switch decision.reason {
            case .notExclusive: .debug
            case .uncovered: .critical
            default: .info
            }
        guard level >= logger.logLevel else { return }
        var metadata: Logger.Metadata = [
            "reason": "\(decision.reason.rawValue)", "decision": "\(call.routed.id)",
            "generation": "\(decision.generation)", "action": "\(decision.action.rawValue)",
        ]
        let caller = number(call.call.caller, call.table.table.directory.logNumbers)
        if let caller { metadata["caller"] = "\(caller)" }
        if !call.request.callID.isEmpty { metadata["call"] = "\(call.request.callID)" }
        if let client = decision.client { metadata["client"] = "\(client.client.id)" }
        if let agent = decision.targets.first?.agent { metadata["agent"] = "\(agent)" }
        if let phone = decision.targets.first?.phone { metadata["extension"] = "\(phone)" }
        if decision.reason == .uncovered { metadata["alert"] = "true" }
        logger.log(level: level, "\(sentence(call, caller: caller))", metadata: metadata)
    }

    /// `Call from Stichting Noord (Karin Smit, +3161234****) to Joke de Vries on 2101: primary`
    private func sentence(_ call: DecidedCall, caller: String?) -> String {
        let decision = call.routed.decision
        var from = decision.client?.client.name ?? caller ?? "a hidden number"
        if let client = decision.client {
            let details = [decision.contact?.name, caller].compactMap(\.self).joined(separator: ", ")
            from = details.isEmpty ? client.client.name : "\(client.client.name) (\(details))"
        }
        guard let target = decision.targets.first else { return "Call from \(from) is none of ours: passed on" }
        let name = target.agent.flatMap { call.table.table.agent($0)?.agent.name }
        switch decision.reason {
        case .uncovered:
            return "Nobody covers the call from \(from): it goes to the overflow \(target.phone)"
        default:
            let why = whyNotPrimary(call).map { ", since \($0)" } ?? ""
            return
                "Call from \(from) to \(name ?? "the overflow") on \(target.phone): \(decision.reason.rawValue)\(why)"
        }
    }

    /// Why the backup got the call: `Joke de Vries is away (sickness)`.
    private func whyNotPrimary(_ call: DecidedCall) -> String? {
        let table = call.table.table
        guard call.routed.decision.reason == .backup, let client = call.routed.decision.client,
            let primary = table.agent(client.client.pair.primary)
        else { return nil }
        switch primary.availability(at: call.instant) {
        case .available: return nil
        case .outsideHours: return "\(primary.agent.name) is outside working hours"
        case .absent(let absence):
            let until = absence.end.map { " until \(table.clock.rfc3339($0))" } ?? ""
            return "\(primary.agent.name) is away (\(absence.kind.rawValue)\(until))"
        }
    }

    private func number(_ party: Party, _ rule: Directory.LogNumbers) -> String? {
        switch (party, rule) {
        case (.number(let number), .full): number.description
        case (.number(let number), .masked): number.masked
        case (.number, .none): nil
        case (.anonymous, _): "anonymous"
        case (.internal, _): "an internal phone"
        case (.unknown, _): "an unreadable number"
        }
    }
}
