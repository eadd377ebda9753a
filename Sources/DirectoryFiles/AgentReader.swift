import Routing
import Time

/// An agent with the place that findings name.
struct ReadAgent {
    let agent: Agent
    let place: Place
}

/// Reads the list of `agents.yaml`.
struct AgentReader {
    enum Key: String, CaseIterable {
        case id, name, `extension`, user, login, email, hours, from, until, calendar
    }

    enum CalendarKey: String, CaseIterable {
        case source, url
    }

    private let people: People
    /// Every identifier that was read, with its first place.
    private(set) var ids: [String: Place] = [:]

    init(_ people: People) {
        self.people = people
    }

    /// The agents, those with mistakes left out; ids, extensions, users, logins and addresses that occur twice are findings.
    mutating func read(_ value: Value) -> [ReadAgent] {
        var agents: [ReadAgent] = []
        var phones: [String: Place] = [:]
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
            let own = PersonalValues(
                user: fields[.user], login: fields[.login], email: fields[.email], for: name, in: .agents, people)
            let hours = fields[.hours].flatMap(HoursReader.read)
            let employment = Self.employment(fields)
            let calendar = fields[.calendar].flatMap(Self.calendar)
            guard let id, let name, let phone else { continue }
            agents.append(
                ReadAgent(
                    agent: Agent(
                        id: AgentID(id), name: name, phone: phone, user: own.user, login: own.login, email: own.email,
                        hours: hours, employment: employment, calendar: calendar),
                    place: fields[.id]?.place ?? fields.place))
            if let user = own.user, let place = fields[.user]?.place {
                people.note(NamedUser(name: user, whose: .agent(AgentID(id)), place: place))
            }
        }
        return agents
    }

    private static func employment(_ fields: Fields<Key>) -> Employment {
        let (from, until) = (fields[.from]?.day(), fields[.until]?.day())
        if let from, let until, until < from {
            fields[.until]?.error("the agent is employed until \(until), before it begins on \(from)")
        }
        return Employment(from: from, until: until)
    }

    private static func calendar(_ value: Value) -> CalendarAddress? {
        guard let fields = Fields(value, CalendarKey.self) else { return nil }
        let source = fields.required(.source)?.identifier()
        let url = fields.required(.url)?.webAddress()
        guard let source, let url else { return nil }
        return CalendarAddress(source: source, url: url)
    }
}
