package import Routing

extension Requester {
    /// For whom somebody asks, who says of himself that he speaks for others, as the office's page does.
    package enum Voice: Sendable, Equatable {
        case own
        /// For whom the page's server knows by this name: whoever has it as `login` in the directory.
        case user(login: String)
        /// For anybody: nothing that names somebody, and nothing to enter.
        case nobody
        /// For somebody, though it may not.
        case refused
    }

    /// The requester for whom this one speaks. What he has himself (groups, being root) is none of the other's.
    ///
    /// - Parameter login: Empty: for nobody, which everybody may.
    package func speaking(for login: String, in directory: Directory) -> Requester {
        guard let uid else { return self }
        func voice(
            _ voice: Voice, isManager: Bool = false, isWall: Bool = false, as user: String? = nil
        ) -> Requester {
            Requester(
                user: user ?? self.user, uid: uid, isManager: isManager, isPBX: false, voice: voice, isWall: isWall)
        }
        guard !login.isEmpty else { return voice(.nobody, as: "nobody via \(user)") }
        guard maySpeakForOthers else { return voice(.refused) }
        let isManager = directory.settings.managers.contains { $0.login == login }
        let isWall = directory.settings.walls.contains { $0.login == login }
        // Told apart from a Unix user of the same name, in the journal and in the ledger.
        return voice(.user(login: login), isManager: isManager, isWall: isWall, as: "\(login) via \(user)")
    }

    /// The agent who asks; nil where it is none.
    package func agent(in table: RoutingTable) -> AgentEntry? {
        switch voice {
        case .own: table.agent(ofUser: user)
        case .user(let login): table.agents.first { $0.agent.login == login }
        case .nobody, .refused: nil
        }
    }

    /// What the directory calls him: an agent, a manager, or a wall; nil where it does not have him.
    package func name(in table: RoutingTable) -> String? {
        if let agent = agent(in: table) { return agent.agent.name }
        let settings = table.directory.settings
        return switch voice {
        case .own: settings.managers.first { $0.user == user }?.name
        case .user(let login):
            settings.managers.first { $0.login == login }?.name ?? settings.walls.first { $0.login == login }?.name
        case .nobody, .refused: nil
        }
    }

    /// Whether it is this agent who asks, as himself and not at a desk phone.
    package func isAgent(_ agent: Agent) -> Bool {
        switch voice {
        case .own: agent.user == user
        case .user(let login): agent.login == login
        case .nobody, .refused: false
        }
    }
}
