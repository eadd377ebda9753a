import MajorAPI
import Varlink
import Wording

/// Whom somebody means who types a name in place of an id.
extension Daemon {
    /// Why there is no such agent or client, where a name was typed; nil for another error, or where the ids tell more.
    func namedInstead(_ error: VarlinkError) -> Failure? {
        let words = UnknownWords(session.language)
        func typed(_ member: String) -> String? {
            if case .string(let text) = error.parameters[member] { text } else { nil }
        }
        if error.name.hasSuffix(".UnknownAgent"), let text = typed("agent") {
            let meant = NearestName.meant(by: text, among: agentNames)
            return meant.isEmpty ? nil : .refused(words.agent(text, meant: meant))
        }
        if error.name.hasSuffix(".UnknownClient"), let text = typed("client") {
            let meant = NearestName.meant(by: text, among: clientNames)
            return meant.isEmpty ? nil : .refused(words.client(text, meant: meant))
        }
        return nil
    }

    /// Why there is neither an agent nor a client with an id.
    ///
    /// - Parameter known: The ids there are.
    func neitherAgentNorClient(_ text: String, known: [String]) -> Failure {
        let words = UnknownWords(session.language)
        let meant = NearestName.meant(by: text, among: agentNames + clientNames)
        return .refused(
            meant.isEmpty ? words.agentOrClient(text, known: known) : words.agentOrClient(text, meant: meant))
    }

    /// None for whoever may not know them.
    private var agentNames: [NearestName.Named] {
        let reply = try? session.silent.daemon().ask(DirectoryAPI.ListAgents())
        return (reply?.agents ?? []).map { ($0.id, $0.name) }
    }

    private var clientNames: [NearestName.Named] {
        let reply = try? session.silent.daemon().ask(DirectoryAPI.ListClients())
        return (reply?.clients ?? []).map { ($0.id, $0.name) }
    }
}
