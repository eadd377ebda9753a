package import Logging
import Routing
import Time

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
        let caller = number(call.call.caller, call.table.table.directory.logNumbers)
        if let caller { metadata["caller"] = "\(caller)" }
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
        var from = decision.client?.client.name ?? caller ?? "a number that is not logged"
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
        let name = table.agent(first).name
        switch hindrance {
        case .busy: return "\(name) is on the phone"
        case .outsideHours: return "\(name) is outside working hours"
        case .absent:
            let until = first.until.map { " until \(table.clock.rfc3339($0))" } ?? ""
            return "\(name) is away\(until)"
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
