import ArgumentParser
import MajorAPI
import Routing
import Time
import Varlink
import Wording

struct Sick: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "sick", abstract: "Report sick from now on; managers also since earlier.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var whose: AgentOption

    @Option(
        parsing: .upToNextOption,
        help: "When you are back: a time, or the day on which you are; else until further notice.",
        completion: Completion.moments)
    var until: [String] = []

    @Option(
        parsing: .upToNextOption, help: "Since when, from the beginning of yesterday; for managers.",
        completion: Completion.moments)
    var from: [String] = []

    @Option(help: "A note for yourself and the managers.")
    var note: String?

    @Flag(help: "Do not ask back.")
    var yes = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let back =
            until.isEmpty ? nil : try session.reading(time) { () throws(MomentError) in try reader.back(until) }
        let end = (back?.instant).map(reader.clock.rfc3339)
        let meant = ChangeWords(time).back(on: time.time(end ?? ""))
        try Consent.get(back?.question, meant.capitalizingFirst, isGiven: yes, session)
        let start =
            from.isEmpty ? nil : try session.reading(time) { () throws(MomentError) in try reader.since(from) }
        let request = RosterAPI.ReportSick(
            agent: whose.agent, until: end, note: note, from: (start?.instant).map(reader.clock.rfc3339))
        try daemon.enter(
            request, isOwn: whose.agent == nil, time, (start?.remarks ?? []) + (back?.remarks ?? []))
    }
}
