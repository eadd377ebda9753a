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
            switch note.what {
            case .decided(let call, _): reportDecision(note, of: call.caller)
            case .reported(let report): self.report(report, note)
            case .dialled(let dialled, let report): self.report(dialled, report, note)
            case .unreachable(let agent, let phone): unreachable(agent, phone, note)
            // Whoever freed an agent is told of where he is known; whom else agents call is nobody's concern.
            case .freed, .passedOver: break
            }
        }
        for note in batch.dropFirst(Self.batchLimit) {
            guard case .decided(let call, _) = note.what, note.routed?.decision.reason == .cause(.uncovered) else {
                continue
            }
            reportDecision(note, of: call.caller)
        }
        let left = batch.count - Self.batchLimit
        if left > 0 {
            logger.report(
                .limitReached, "\(left) more calls at once; they are in the ledger only", level: .notice)
        }
    }

    /// Calls to other numbers are nobody's concern here, unless someone debugs.
    private func reportDecision(_ note: CallNote, of caller: Party) {
        guard let routed = note.routed, let decision = note.decision else { return }
        let level: Logger.Level =
            switch decision.reason {
            case .notExclusive: .debug
            case .cause(.uncovered): .critical
            case .cause(.busy): .notice
            default: .info
            }
        guard level >= logger.logLevel else { return }
        var metadata: Logger.Metadata = [
            "reason": "\(decision.reason.word)", "decision": "\(routed.id)",
            "generation": "\(decision.generation)", "action": "\(decision.action.rawValue)",
        ]
        let rule = note.table.directory.settings.logNumbers
        let words = PartyWords().party(caller, rule)
        // A field is for programs: a word where there is no number.
        if case .number = caller {
            if let words { metadata["caller"] = "\(words)" }
        } else {
            metadata["caller"] = "\(caller.word)"
        }
        if !note.callID.isEmpty { metadata["call"] = "\(note.callID)" }
        if let client = decision.client { metadata["client"] = "\(client.client.id)" }
        if let agent = decision.targets.first?.agent { metadata["agent"] = "\(agent)" }
        if let phone = decision.targets.first?.phone { metadata["extension"] = "\(phone)" }
        logger.report(
            decision.reason == .cause(.uncovered) ? .uncovered : .decision, sentence(note, decision, caller: words),
            level: level,
            metadata)
    }

    private func report(_ dialled: CallRecord.Dialled, _ report: CallRecord.Report, _ note: CallNote) {
        let name = note.table.agent(dialled.agent)?.agent.name ?? dialled.agent.description
        let client = note.table.client(dialled.client)?.client.name ?? dialled.client.description
        logger.debug(
            "\(name) calls \(client)",
            metadata: ["call": "\(note.callID)", "agent": "\(dialled.agent)", "client": "\(dialled.client)"])
    }

    private func unreachable(_ agent: AgentID, _ phone: Extension, _ note: CallNote) {
        let name = note.table.agent(agent)?.agent.name ?? agent.description
        logger.report(
            .phoneUnreachable, "\(name)'s phone \(phone) cannot be reached: it comes last",
            ["agent": "\(agent)", "extension": "\(phone)"])
    }

    /// One line for each call that is answered; phones that ring and ends are for those who debug.
    private func report(_ report: CallRecord.Report, _ note: CallNote) {
        guard report.kind != .up else { return }
        var metadata: Logger.Metadata = ["call": "\(note.callID)"]
        if let routed = note.routed { metadata["decision"] = "\(routed.id)" }
        if let client = note.routed?.decision.client { metadata["client"] = "\(client.client.id)" }
        if let agent = report.agent { metadata["agent"] = "\(agent)" }
        let whose = note.routed?.decision.client.map { "the call from \($0.client.name)" } ?? "a call"
        let who = report.agent.flatMap { note.table.agent($0)?.agent.name } ?? "Somebody"
        switch (report.kind, report.effect) {
        case (.answered(let phone), .answers(_, hasCredit: true)):
            logger.report(.answered, "\(who) answered \(whose) on \(phone)", metadata)
        case (.answered(let phone), .answers(_, hasCredit: false)):
            logger.report(.answered, "\(who) took over \(whose) on \(phone)", metadata)
        case (.answered(let phone), .late(hasCredit: true)):
            logger.report(
                .answered, "\(who) answered \(whose) on \(phone), which was reported after its end", metadata)
        case (let kind, .late): logger.debug("Too late to count: \(kind) of \(whose)", metadata: metadata)
        case (.answered, .nothing): break
        case (let kind, _): logger.debug("\(kind): \(whose)", metadata: metadata)
        }
    }

    /// `Call from Stichting Noord (Karin Smit, +3161234****) to Joke de Vries on 2101: primary`
    private func sentence(_ note: CallNote, _ decision: Decision, caller: String?) -> String {
        // Only the directory's `log_numbers: none` leaves a caller without words.
        var from = decision.client?.client.name ?? caller ?? PartyWords().untold
        if let client = decision.client {
            let details = [decision.contact?.name, caller].compactMap(\.self).joined(separator: ", ")
            from = details.isEmpty ? client.client.name : "\(client.client.name) (\(details))"
        }
        guard let target = decision.targets.first else { return "Call from \(from) is none of ours: passed on" }
        let name = target.agent.flatMap { note.table.agent($0)?.agent.name }
        switch decision.reason {
        case .cause(.uncovered):
            return "Nobody covers the call from \(from): it goes to the overflow \(target.phone)"
        case .cause(.busy):
            return
                "All who are there are on the phone or being called: the call from \(from) goes to the overflow \(target.phone)"
        default:
            let why = whyNotTheFirst(note.table, decision).map { ", since \($0)" } ?? ""
            return
                "Call from \(from) to \(name ?? "the overflow") on \(target.phone): \(decision.reason.word)\(why)"
        }
    }

    /// Why the first candidate did not get the call: `Joke de Vries is away`. The journal leaves the house, and does not say why she is.
    private func whyNotTheFirst(_ table: RoutingTable, _ decision: Decision) -> String? {
        guard decision.action == .dial, let first = decision.candidates.first, let hindrance = first.hindrance else {
            return nil
        }
        let until = hindrance == .absent ? first.until.map { " until \(table.clock.rfc3339($0))" } : nil
        return "\(table.agent(first).name) is \(AvailabilityWords().state(hindrance))\(until ?? "")"
    }
}
