import ArgumentParser
import MajorAPI
import Time
import Wording

struct Clients: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "clients",
        abstract: "Show the clients: how each stands, whose it is, and what changes next; or all of one.",
        discussion: """
            For agents and managers. The agreement, numbers and contacts are told to those who stand for the client, and to \
            managers.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "One client, by id.", completion: Completion.clients)
    var client: String?

    func run(_ session: Session) throws {
        try session.daemon().call(DirectoryAPI.ListClients(client: client)) { reply in
            let time = TimeWords(session.language, at: reply.now, in: reply.timeZone)
            let text = WhoIsWhoseText(time, session.style)
            guard client == nil else { return session.print(reply.clients.flatMap { text.lines($0) }) }
            if reply.clients.isEmpty { session.print(WhoIsWhoseWords(time).noClientsYet) }
            let width = reply.clients.map(\.name.count).max() ?? 0
            for client in reply.clients {
                session.print(text.summary(client, name: client.name.padding(to: width)))
            }
        }
    }
}
