import MajorAPI

/// For whom majord is asked.
package enum Reader: Hashable, Sendable {
    /// Whoever looks over loopback: counts alone.
    case nobody
    /// Somebody whom the proxy has let in, and majord knows neither as an agent nor as a manager.
    case guest
    /// A television, by login.
    case wall(String)
    /// An agent or a manager, by login.
    case user(String)

    /// What majord is told. A guest's is none that the directory could have, since logins have no blanks: what guests share is never meant
    /// for one of them who becomes an agent meanwhile.
    var speaksFor: String {
        switch self {
        case .nobody: ""
        case .guest: "a guest"
        case .user(let login), .wall(let login): login
        }
    }
}

/// Who looks at a page, as majord knows him.
package struct Visitor: Sendable, Equatable {
    package let reader: Reader
    /// The agent who he is.
    package let agent: String?
    package let name: String?
    package let isManager: Bool

    package init(reader: Reader, agent: String? = nil, name: String? = nil, isManager: Bool = false) {
        self.reader = reader
        self.agent = agent
        self.name = name
        self.isManager = isManager
    }

    static let nobody = Visitor(reader: .nobody)

    /// Whether he is more than a guest.
    package var isKnown: Bool { agent != nil || isManager }

    init(_ reply: RosterAPI.WhoAmI.Reply, login: String) {
        self.init(
            reader: reply.agent != nil || reply.manager ? .user(login) : reply.wall == true ? .wall(login) : .guest,
            agent: reply.agent,
            name: reply.name ?? login, isManager: reply.manager)
    }
}
