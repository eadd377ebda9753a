import ArgumentParser
import MajorAPI
import Routing
import Time

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show your calls as they come and ring, with client and contact, until Ctrl-C.",
        discussion: "Managers see everybody's calls. Ringing, answers and ends are shown when the PBX reports them.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            let (_, wording) = try daemon.clock()
            try daemon.stream(RoutingAPI.WatchCalls(agent: whose.agent)) { reply in
                if let update = reply.update { print(Self.line(update, Style.standardOutput, wording)) }
            }
        }
    }

    /// `14:03:12  ringing   Joke de Vries  Scholengroep Noord, Karin Smit, ICT-coördinator (+31612345678)`
    static func line(_ update: RoutingAPI.CallUpdate, _ style: Style, _ wording: Wording) -> String {
        let time = LocalDateTime(rfc3339: update.at).map { wording.zoned($0.clock) } ?? update.at
        let what = update.what.word.padding(to: "answered".count)
        let client = [update.clientName ?? "a call", update.contact].compactMap(\.self).joined(separator: ", ")
        let number = update.callerNumber.map { " (\($0))" } ?? ""
        let painted = update.what == .ringing || update.what == .coming ? style.bold(what) : what
        return ([time, painted] + [update.agentName].compactMap(\.self) + [client + number]).joined(separator: "  ")
    }
}

extension LocalDateTime {
    /// `14:03:12`
    fileprivate var clock: String {
        let second = millisecondOfDay / 1_000 % 60
        return "\(time):\(second < 10 ? "0" : "")\(second)"
    }
}
