import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Pause: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Take no calls for a while from now on.",
        usage: "majorctl pause LENGTH|until TIME [--note NOTE] [--agent AGENT]")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Argument(help: "How long: 45m, 2h, 1h30m, half an hour; or until when: until 14:00.")
    var length: [String]

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        // What is no length and no time is wrong usage, told as such.
        let end = try session.reading(time, wrong: DurationWords(time.language).noLength) {
            () throws(MomentError) in try reader.pause(length)
        }
        let seconds = end.instant.since(reader.now).roundedUpToSeconds
        let request = RosterAPI.Pause(agent: whose.agent, seconds: seconds, note: note)
        try daemon.enter(request, isOwn: whose.agent == nil, time, end.remarks)
    }
}
