import ArgumentParser
import MajorAPI
import Routing
import Time

/// The call that a command asks about.
struct CallArguments: ParsableArguments {
    @Argument(help: "The caller's number, in any form.")
    var caller: String

    @Option(help: "The called number; else the exclusive number.")
    var called: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Another moment than now, such as \"monday 09:00\".",
            discussion: """
                Without a year, or a week, it is the next one for route, and for explain the last one of the past 31 days, else \
                the nearer of the last one and the next.
                """))
    var at: [String] = []

    /// - Parameter meaning: Which of several moments is meant.
    func question(
        _ daemon: Daemon, _ options: GlobalOptions,
        _ meaning: (MomentReader) -> ([String]) throws(MomentError) -> Instant
    ) throws -> RoutingAPI.Question {
        guard !at.isEmpty else { return RoutingAPI.Question(caller: caller, called: called) }
        let (reader, _) = try daemon.clock()
        let instant = try options.reading { () throws(MomentError) in try meaning(reader)(at) }
        return RoutingAPI.Question(caller: caller, called: called, at: reader.clock.rfc3339(instant))
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
        let answer: RoutingAPI.Answer
        do {
            let daemon = try Daemon(options)
            answer = try daemon.ask(
                RoutingAPI.decide, try call.question(daemon, options, MomentReader.lookingAhead))
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw ExitCode(2)
        }
        let decision = answer.decision
        print(([decision.action] + decision.targets.prefix(1).map(\.phone)).joined(separator: " "))
        if decision.action != "dial" { throw ExitCode(1) }
    }

    private func show() throws {
        let daemon = try Daemon(options)
        let question = try call.question(daemon, options, MomentReader.lookingAhead)
        try daemon.call(RoutingAPI.decide, question) { (answer: RoutingAPI.Answer) in
            let (_, wording) = try daemon.clock()
            if !call.at.isEmpty { print("At \(wording.time(answer.at))") }
            for line in CallText.lines(answer.decision, wording) { print(line) }
        }
    }
}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show every step of how a call is decided.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var call: CallArguments

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let question = try call.question(daemon, options, MomentReader.lookingBack)
            try daemon.call(RoutingAPI.explain, question) { (answer: RoutingAPI.ExplainedAnswer) in
                let style = Style.standardOutput
                let (_, wording) = try daemon.clock()
                print("At \(wording.time(answer.at)), generation \(answer.decision.generation)")
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
    static func lines(_ decision: RoutingAPI.Decision, _ wording: Wording) -> [String] {
        let style = Style.standardOutput
        var head = style.bold(decision.action) + ", because \(decision.reason)"
        if let client = decision.clientName {
            head += ": \(client)" + (decision.contact.map { ", \($0)" } ?? "")
        }
        if let opens = decision.opens { head += "; opens \(wording.time(opens))" }
        return [head]
            + decision.targets.map { target in
                let ring = target.ring > 0 ? ", \(target.ring) s" : ""
                return "  \(target.phone)  \(target.agentName ?? "overflow") (\(target.role)\(ring))"
            }
    }
}

extension String {
    /// Filled up with spaces to a width.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
