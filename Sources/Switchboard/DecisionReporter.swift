package import Logging
import Routing
import Time
import Wording

/// Writes one line in the journal for each decision that a person would look for.
package struct DecisionReporter: Sendable {
    private let logger: Logger

    package init(logger: Logger) {
        self.logger = logger
    }

    /// The most lines of one batch: journald itself takes no more than some hundred a second of a service (journald.conf(5),
    /// RateLimitBurst=). What is left out is told, and is in the ledger.
    static let batchLimit = 200

    /// Reports a batch of notes.
    package func report(_ batch: [CallNote]) {
        for note in batch.prefix(Self.batchLimit) {
            switch note {
            case .decided(let call): report(call)
            case .event(let call): report(call)
            // Whoever freed an agent is told of where he is known.
            case .freed: break
            }
        }
        for case .decided(let call) in batch.dropFirst(Self.batchLimit)
        where call.routed.decision.reason == .cause(.uncovered) {
            report(call)
        }
        let left = batch.count - Self.batchLimit
        if left > 0 {
            logger.report(
                .limitReached, "\(left) more calls at once; they are in the ledger only", level: .notice)
        }
    }

    /// Calls to other numbers are nobody's concern here, unless someone debugs.
    private func report(_ call: DecidedCall) {
        let decision = call.routed.decision
        let level: Logger.Level =
            switch decision.reason {
            case .notExclusive: .debug
            case .cause(.uncovered): .critical
            case .cause(.busy): .notice
            default: .info
            }
        guard level >= logger.logLevel else { return }
        var metadata: Logger.Metadata = [
            "reason": "\(decision.reason.word)", "decision": "\(call.routed.id)",
            "generation": "\(decision.generation)", "action": "\(decision.action.rawValue)",
        ]
        let rule = call.table.table.directory.logNumbers
        let caller = PartyWords().party(call.call.caller, rule)
        // A field is for programs: a word where there is no number.
        if case .number = call.call.caller {
            if let caller { metadata["caller"] = "\(caller)" }
        } else {
            metadata["caller"] = "\(call.call.caller.recorded)"
        }
        if !call.request.callID.isEmpty { metadata["call"] = "\(call.request.callID)" }
        if let client = decision.client { metadata["client"] = "\(client.client.id)" }
        if let agent = decision.targets.first?.agent { metadata["agent"] = "\(agent)" }
        if let phone = decision.targets.first?.phone { metadata["extension"] = "\(phone)" }
        logger.report(
            decision.reason == .cause(.uncovered) ? .uncovered : .decision, sentence(call, caller: caller),
            level: level,
            metadata)
    }

    /// One line for each call that is answered; phones that ring and ends are for those who debug.
    private func report(_ call: ReportedCall) {
        var metadata: Logger.Metadata = ["call": "\(call.event.callID)"]
        if let routed = call.routed { metadata["decision"] = "\(routed.id)" }
        if let client = call.routed?.decision.client { metadata["client"] = "\(client.client.id)" }
        if let agent = call.agent { metadata["agent"] = "\(agent)" }
        let whose = call.routed?.decision.client.map { "the call from \($0.client.name)" } ?? "a call"
        let who = call.agent.flatMap { call.table.table.agent($0)?.agent.name } ?? "Somebody"
        switch (call.event.kind, call.effect) {
        case (.answered(let phone), .answers(_, hasCredit: true)):
            logger.report(.answered, "\(who) answered \(whose) on \(phone)", metadata)
        case (.answered(let phone), .answers(_, hasCredit: false)):
            logger.report(.answered, "\(who) took over \(whose) on \(phone)", metadata)
        case (.answered(let phone), .late(hasCredit: true)):
            logger.report(
                .answered, "\(who) answered \(whose) on \(phone), which was reported after its end", metadata)
        case (let report, .late):
            logger.debug("Too late to count: \(report.name) of \(whose)", metadata: metadata)
        case (.answered, _), (.up, _): break
        case (.ringing(let phone), _): logger.debug("\(phone) rings for \(whose)", metadata: metadata)
        case (.released(let phone), _): logger.debug("\(phone) gave away \(whose)", metadata: metadata)
        case (.ended(let status), _): logger.debug("Ended (\(status.rawValue)): \(whose)", metadata: metadata)
        }
    }

    /// `Call from Stichting Noord (Karin Smit, +3161234****) to Joke de Vries on 2101: primary`
    private func sentence(_ call: DecidedCall, caller: String?) -> String {
        let decision = call.routed.decision
        // Only the directory's `log_numbers: none` leaves a caller without words.
        var from = decision.client?.client.name ?? caller ?? PartyWords().untold
        if let client = decision.client {
            let details = [decision.contact?.name, caller].compactMap(\.self).joined(separator: ", ")
            from = details.isEmpty ? client.client.name : "\(client.client.name) (\(details))"
        }
        guard let target = decision.targets.first else { return "Call from \(from) is none of ours: passed on" }
        let name = target.agent.flatMap { call.table.table.agent($0)?.agent.name }
        switch decision.reason {
        case .cause(.uncovered):
            return "Nobody covers the call from \(from): it goes to the overflow \(target.phone)"
        case .cause(.busy):
            return "All who are there are on the phone: the call from \(from) goes to the overflow \(target.phone)"
        default:
            let why = whyNotTheFirst(call).map { ", since \($0)" } ?? ""
            return
                "Call from \(from) to \(name ?? "the overflow") on \(target.phone): \(decision.reason.word)\(why)"
        }
    }

    /// Why the first candidate did not get the call: `Joke de Vries is away`. The journal leaves the house, and does not say why she is.
    private func whyNotTheFirst(_ call: DecidedCall) -> String? {
        let (decision, table) = (call.routed.decision, call.table.table)
        guard decision.action == .dial, let first = decision.candidates.first, let hindrance = first.hindrance else {
            return nil
        }
        let until = hindrance == .absent ? first.until.map { " until \(table.clock.rfc3339($0))" } : nil
        return "\(table.agent(first).name) is \(AvailabilityWords().state(hindrance))\(until ?? "")"
    }
}
