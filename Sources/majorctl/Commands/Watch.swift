import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct Watch: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show your calls as they come and ring, with client and contact, until Ctrl-C.",
        discussion: "Managers see everybody's calls. Ringing, answers and ends are shown when the PBX reports them.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (_, time) = try daemon.clock()
        try daemon.stream(RoutingAPI.WatchCalls(agent: whose.agent)) { reply in
            if let update = reply.update { session.print(Self.line(update, session.style, time)) }
        }
    }

    /// `14:03:12  ringing   Joke de Vries  Scholengroep Noord, Karin Smit, ICT-coördinator (+31612345678)`
    static func line(_ update: RoutingAPI.CallUpdate, _ style: Style, _ time: TimeWords) -> String {
        let words = CallWords(time.language)
        let clock = LocalDateTime(rfc3339: update.at).map { time.zoned($0.clock) } ?? update.at
        let what = words.what(update.what.word).padding(to: words.widestWhat)
        let client = [update.clientName ?? words.aCall, update.contact].compactMap(\.self).joined(separator: ", ")
        let number = update.callerNumber.map { " (\($0))" } ?? ""
        let painted = update.what == .ringing || update.what == .coming ? style.bold(what) : what
        return ([clock, painted] + [update.agentName].compactMap(\.self) + [client + number]).joined(separator: "  ")
    }
}
