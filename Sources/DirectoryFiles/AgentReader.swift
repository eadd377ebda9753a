import Routing

/// An agent with the places that findings name.
struct ReadAgent {
    let agent: Agent
    let place: Place
    /// Where the Unix user stands.
    let userPlace: Place?

    var user: NamedUser? {
        guard let name = agent.user, let userPlace else { return nil }
        return NamedUser(name: name, agent: agent.id, place: userPlace)
    }
}

/// Reads the list of `agents.yaml`.
struct AgentReader {
    enum Key: String, CaseIterable {
        case id, name, `extension`, user, hours
    }

    private let findings: Findings
    /// Every identifier that was read, with its first place.
    private(set) var ids: [String: Place] = [:]

    init(_ findings: Findings) {
        self.findings = findings
    }

    /// The agents, those with mistakes left out; ids, extensions and users that occur twice are findings.
    mutating func read(_ value: Value) -> [ReadAgent] {
        var agents: [ReadAgent] = []
        var phones: [String: Place] = [:]
        var users: [String: Place] = [:]
        func claim(_ text: String, _ value: Value, _ claimed: inout [String: Place]) {
            if let earlier = claimed.updateValue(value.place, forKey: text) {
                claimed[text] = earlier
                value.error("`\(value.label)` \(text) is already in \(earlier)")
            }
        }
        for value in value.list() ?? [] {
            guard let fields = Fields(value, Key.self) else { continue }
            let id = fields.required(.id).flatMap { value in
                value.identifier().map {
                    claim($0, value, &ids); return $0
                }
            }
            let name = fields.required(.name)?.line()
            let phone = fields.required(.extension).flatMap { value in
                value.phone().map {
                    claim($0.description, value, &phones); return $0
                }
            }
            let user = fields[.user].flatMap { value in
                value.identifier().map {
                    claim($0, value, &users); return $0
                }
            }
            let hours = fields[.hours].flatMap(HoursReader.read)
            guard let id, let name, let phone else { continue }
            agents.append(
                ReadAgent(
                    agent: Agent(id: AgentID(id), name: name, phone: phone, user: user, hours: hours),
                    place: fields[.id]?.place ?? fields.place, userPlace: fields[.user]?.place))
        }
        return agents
    }
}
