import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Explain: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show every step of how a call is decided.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var call: CallArguments

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (at, remarks) = try call.moment(daemon, session, MomentReader.lookingBack)
        let older = RoutingAPI.Explain(caller: call.caller, called: call.called, at: at, diverter: call.diverter)
        var question = older
        if session.language != .en { question.language = session.language.rawValue }
        try daemon.call(question, orOlder: older) { answer in
            let (_, time) = try daemon.clock()
            session.print("\(CallText.at(answer.at, time)), \(Self.directory(answer, time))")
            session.print(remarks)
            let width = answer.steps.map(\.name.count).max() ?? 0
            for step in answer.steps {
                let name = session.style.bold(step.name.padding(to: width))
                session.print("  \(name)  \(step.found)" + (step.place.map { " (\($0))" } ?? ""))
            }
        }
    }

    /// `generation 3`, or of a moment that is over `directory version 12, in force since …`
    private static func directory(_ answer: RoutingAPI.Explain.Reply, _ time: TimeWords) -> String {
        guard let version = answer.version, let since = answer.versionSince else {
            let generation = time.language.said(en: "generation", nl: "generatie")
            return "\(generation) \(answer.decision.generation)"
        }
        let words = CallRecordWords(time.language)
        return "\(words.label(.directory)) \(words.version(version, since: time.time(since)))"
    }
}
