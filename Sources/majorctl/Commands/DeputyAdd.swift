import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct DeputyAdd: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Name who stands in during some days; for managers.",
        usage:
            "majorctl deputy add AGENT --for AGENT|CLIENT [--client CLIENT] FROM [UNTIL] [--note NOTE] [--dry-run] [--yes]",
        discussion: """
            majorctl deputy add pdeboer --for jdevries 24-12 4-1
            majorctl deputy add pdeboer --for jdevries --client noord tomorrow
            majorctl deputy add pdeboer --for noord monday friday

            Calls come to a deputy where nobody of the pair can take them. Hours and absences of everybody stay as they are.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Who stands in, by id.", completion: Completion.agents)
    var deputy: String

    @Option(
        name: .customLong("for"), help: "For which agent, or for which client's pair, by id.",
        completion: Completion.either)
    var whom: String

    @Option(help: "For the agent with this client only.", completion: Completion.clients)
    var client: String?

    @Argument(help: "From when until when; the last day is included.", completion: Completion.moments)
    var moments: [String]

    @Option(help: "A note for the deputy and the managers.")
    var note: String?

    @Flag(help: "Change nothing, and show what would be.")
    var dryRun = false

    @Flag(help: "Do not ask back.")
    var yes = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let period = try session.reading(time) { () throws(MomentError) in try reader.leave(moments) }
        let (from, until) = (reader.clock.rfc3339(period.start), reader.clock.rfc3339(period.end))
        try Consent.get(period.question, time.period(from: from, until: until).capitalizingFirst, isGiven: yes, session)
        let request = RosterAPI.AddDeputy(
            deputy: deputy, whom: whom, client: client, from: from, until: until, note: note,
            dryRun: dryRun ? true : nil)
        let answer: JSONObject
        switch try daemon.outcome(of: request) {
        case .success(let reply): answer = reply
        case .failure(let error): throw failure(error, daemon, session)
        }
        try daemon.present(answer, to: request) { reply in
            let words = DeputyWords(time)
            session.print(
                dryRun
                    ? words.line(
                        reply.deputyship.deputyName, PlanningText.post(reply.deputyship), from: reply.deputyship.from,
                        until: reply.deputyship.until) : PlanningText.entered(reply.deputyship, time))
            session.print(period.remarks.map(time.text))
            session.print(PlanningText.remarks(reply, time))
            if dryRun { session.print(PlanningWords(time).nothingChanged) }
        }
    }

    /// Who is named behind --for may be either; majord tells the agents there are.
    private func failure(_ error: VarlinkError, _ daemon: Daemon, _ session: Session) -> any Error {
        guard case .unknownAgent(let told) = RosterAPI.Failure(error), told.agent == whom, client == nil,
            !session.options.json
        else { return daemon.failure(error, to: RosterAPI.AddDeputy.method) }
        return daemon.neitherAgentNorClient(whom, known: told.known)
    }
}
