import ArgumentParser
import MajorAPI
import Routing

/// The call that a command asks about.
struct CallArguments: ParsableArguments {
    @Argument(help: "The caller's number, in any form.")
    var caller: String

    @Option(help: "The called number; else the exclusive number.")
    var called: String?

    @Option(parsing: .upToNextOption, help: "Another moment than now, such as \"monday 09:00\".")
    var at: [String] = []

    func question(_ daemon: Daemon) throws -> RoutingAPI.Question {
        guard !at.isEmpty else { return RoutingAPI.Question(caller: caller, called: called) }
        let (clock, now) = try daemon.clock()
        do throws(MomentError) {
            let moments = try Moment.read(at)
            guard let moment = moments.first else { throw .missing }
            guard moments.count == 1 else { throw .tooMany }
            let instant = try moment.start(clock, from: now)
            return RoutingAPI.Question(caller: caller, called: called, at: clock.rfc3339(instant))
        } catch {
            throw ValidationError("\(error)")
        }
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
            answer = try daemon.ask(RoutingAPI.decide, try call.question(daemon))
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
        try daemon.call(RoutingAPI.decide, try call.question(daemon)) { (answer: RoutingAPI.Answer) in
            for line in CallText.lines(answer.decision) { print(line) }
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
            try daemon.call(RoutingAPI.explain, try call.question(daemon)) { (answer: RoutingAPI.ExplainedAnswer) in
                let style = Style.standardOutput
                print("At \(answer.at), generation \(answer.decision.generation)")
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
    static func lines(_ decision: RoutingAPI.Decision) -> [String] {
        let style = Style.standardOutput
        var head = style.bold(decision.action) + ", because \(decision.reason)"
        if let client = decision.clientName {
            head += ": \(client)" + (decision.contact.map { ", \($0)" } ?? "")
        }
        if let opens = decision.opens { head += "; opens \(opens)" }
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
