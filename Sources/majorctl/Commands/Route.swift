import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Route: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "route", abstract: "Show where a call would go.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var call: CallArguments

    @Flag(help: "Print `dial 2101`, for dial plans: exit status 0 dial, 1 overflow or pass, 2 no answer.")
    var brief = false

    func run(_ session: Session) throws {
        guard brief else { return try show(session) }
        let decision: RoutingAPI.Decision
        do {
            let daemon = try session.daemon()
            decision = try daemon.ask(try question(daemon, session).question).decision
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw ExitCode(2)
        }
        session.print(([decision.action.word] + decision.targets.prefix(1).map(\.extension)).joined(separator: " "))
        if decision.action != .dial { throw ExitCode(1) }
    }

    private func show(_ session: Session) throws {
        let daemon = try session.daemon()
        let (question, remarks) = try question(daemon, session)
        try daemon.call(question) { answer in
            let (_, time) = try daemon.clock()
            if !call.at.isEmpty { session.print(CallText.at(answer.at, time)) }
            session.print(remarks)
            session.print(CallText.lines(answer.decision, session.style, time))
        }
    }

    private func question(
        _ daemon: Daemon, _ session: Session
    ) throws -> (question: RoutingAPI.Decide, remarks: [String]) {
        let (at, remarks) = try call.moment(daemon, session, MomentReader.lookingAhead)
        return (RoutingAPI.Decide(caller: call.caller, called: call.called, at: at, diverter: call.diverter), remarks)
    }
}
