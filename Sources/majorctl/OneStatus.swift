import ArgumentParser
import MajorAPI
import Sheets
import Time
import Varlink
import Wording

/// All about one agent or one client.
struct OneStatus {
    private let name: String
    private let daemon: Daemon
    private let session: Session

    init(_ name: String, _ daemon: Daemon, _ session: Session) {
        self.name = name
        self.daemon = daemon
        self.session = session
    }

    /// - Throws: Exit status 1, when it is a client who has nobody.
    func show() throws {
        let request = DirectoryAPI.ListAgents(agent: name)
        switch try daemon.outcome(of: request) {
        case .success(let answer): try daemon.present(answer, to: request, show)
        case .failure(let error):
            switch RosterAPI.Failure(error) {
            case .unknownAgent(let told): try showClient(agents: told.known)
            default: try showSeen(error)
            }
        }
    }

    private func show(_ reply: DirectoryAPI.ListAgents.Reply) throws {
        let time = TimeWords(session.language, at: reply.now, in: reply.timeZone)
        let words = WhoIsWhoseWords(time)
        for agent in reply.agents {
            let name = session.style.bold(agent.name)
            session.print(WhoIsWhoseText(time, session.style).lines(agent, name: name, isReader: agent.id == reply.you))
        }
        let absences = try daemon.ask(RosterAPI.ListAbsences(agent: name)).absences
        guard !absences.isEmpty else { return session.print("    \(words.noAbsences)") }
        session.print("    \(words.absences)")
        session.print(absences.map { "      \(AbsenceText.numbered($0, time))" })
    }

    private func showClient(agents: [String]) throws {
        let request = DirectoryAPI.ListClients(client: name)
        switch try daemon.outcome(of: request) {
        case .success(let answer):
            let reply = try daemon.present(answer, to: request) { (reply: DirectoryAPI.ListClients.Reply) in
                let time = TimeWords(session.language, at: reply.now, in: reply.timeZone)
                let text = WhoIsWhoseText(time, session.style)
                session.print(reply.clients.flatMap { text.lines($0) })
            }
            if reply.clients.contains(where: { $0.state == .uncovered }) { throw ExitCode(1) }
        case .failure(let error):
            guard case .unknownClient(let told) = DirectoryAPI.Failure(error), !session.options.json else {
                throw daemon.failure(error)
            }
            throw daemon.neitherAgentNorClient(name, known: agents + told.known)
        }
    }

    /// What everybody may see of an agent: whether he is there.
    ///
    /// - Parameter denial: Why there is no more.
    private func showSeen(_ denial: VarlinkError) throws {
        guard denial.name == VarlinkError.permissionDenied.name, !session.options.json else {
            throw daemon.failure(denial)
        }
        let status = try daemon.ask(RosterAPI.Status())
        guard let agent = status.agents.first(where: { $0.id == name }) else { throw daemon.failure(denial) }
        let time = TimeWords(session.language, at: status.now, in: status.timeZone)
        session.print(
            "\(session.style.bold(agent.name))  \(StatusText.words(agent, time, isPBXSilent: StatusText.isPBXSilent(status)))"
        )
    }
}
