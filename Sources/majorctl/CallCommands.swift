import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

/// The call that a command asks about.
struct CallArguments: ParsableArguments {
    @Argument(help: "The caller's number, in any form.")
    var caller: String

    @Option(help: "The called number; else the exclusive number.")
    var called: String?

    @Option(help: "Who forwarded the call.")
    var diverter: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Another moment than now, such as \"monday 09:00\".",
            discussion: """
                Without a year, or a week, it is the next one for route, and for explain the last one of the past 31 days, else \
                the nearer of the last one and the next.
                """))
    var at: [String] = []

    /// The moment that is asked about; nil for now.
    ///
    /// - Parameter meaning: Which of several moments is meant.
    func moment(
        _ daemon: Daemon, _ options: GlobalOptions,
        _ meaning: (MomentReader) -> ([String]) throws(MomentError) -> Instant
    ) throws -> String? {
        guard !at.isEmpty else { return nil }
        let (reader, time) = try daemon.clock()
        let instant = try options.reading(time) { () throws(MomentError) in try meaning(reader)(at) }
        return reader.clock.rfc3339(instant)
    }
}

struct Route: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show where a call would go.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var call: CallArguments

    @Flag(help: "Print `dial 2101`, for dial plans: exit status 0 dial, 1 overflow or pass, 2 no answer.")
    var brief = false

    func run() throws {
        guard brief else { return try reportingFailures { try show() } }
        let decision: RoutingAPI.Decision
        do {
            let daemon = try Daemon(options)
            decision = try daemon.ask(try question(daemon)).decision
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw ExitCode(2)
        }
        print(([decision.action.word] + decision.targets.prefix(1).map(\.extension)).joined(separator: " "))
        if decision.action != .dial { throw ExitCode(1) }
    }

    private func show() throws {
        let daemon = try Daemon(options)
        try daemon.call(try question(daemon)) { answer in
            let (_, time) = try daemon.clock()
            if !call.at.isEmpty { print(CallText.at(answer.at, time)) }
            for line in CallText.lines(answer.decision, time) { print(line) }
        }
    }

    private func question(_ daemon: Daemon) throws -> RoutingAPI.Decide {
        RoutingAPI.Decide(
            caller: call.caller, called: call.called,
            at: try call.moment(daemon, options, MomentReader.lookingAhead), diverter: call.diverter)
    }
}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show every step of how a call is decided.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var call: CallArguments

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let older = RoutingAPI.Explain(
                caller: call.caller, called: call.called,
                at: try call.moment(daemon, options, MomentReader.lookingBack), diverter: call.diverter)
            var question = older
            if options.language != .en { question.language = options.language.rawValue }
            try daemon.call(question, orOlder: older) { answer in
                let style = Style.standardOutput
                let (_, time) = try daemon.clock()
                let generation = time.language.said(en: "generation", nl: "generatie")
                print("\(CallText.at(answer.at, time)), \(generation) \(answer.decision.generation)")
                let width = answer.steps.map(\.name.count).max() ?? 0
                for step in answer.steps {
                    let name = style.bold(step.name.padding(to: width))
                    print("  \(name)  \(step.found)" + (step.place.map { " (\($0))" } ?? ""))
                }
            }
        }
    }
}

/// A decision in words.
enum CallText {
    /// `At Monday 4 January 2027 09:00`
    static func at(_ instant: String, _ time: TimeWords) -> String {
        time.language.said(en: "At \(time.time(instant))", nl: "Op \(time.time(instant))")
    }

    static func lines(_ decision: RoutingAPI.Decision, _ time: TimeWords) -> [String] {
        let style = Style.standardOutput
        let words = ReasonWords(time.language)
        var head = words.sentence(action: decision.action.word, reason: decision.reason, emphasis: style.bold)
        if let client = decision.clientName {
            head += ": \(client)" + (decision.contact.map { ", \($0)" } ?? "")
        }
        if let opens = decision.opens { head += "; \(words.opens(time.time(opens)))" }
        return [head]
            + decision.targets.map { target in
                let ring = target.ring > 0 ? ", \(target.ring) s" : ""
                return
                    "  \(target.extension)  \(target.agentName ?? words.overflow) (\(words.role(target.role.word))\(ring))"
            }
    }
}

extension String {
    /// Filled up with spaces to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
