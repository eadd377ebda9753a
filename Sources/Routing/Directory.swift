/// Settings, agents and clients: what ops configured.
package struct Directory: Sendable {
    package var settings: Settings
    package var agents: [Agent]
    package var clients: [Client]

    package init(settings: Settings, agents: [Agent] = [], clients: [Client] = []) {
        self.settings = settings
        self.agents = agents
        self.clients = clients
    }
}
