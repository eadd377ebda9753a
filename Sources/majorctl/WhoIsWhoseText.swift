import MajorAPI
import Time
import Wording

/// Agents and clients, and who is whose, in words.
struct WhoIsWhoseText {
    let time: TimeWords
    let style: Style
    private var words: WhoIsWhoseWords { WhoIsWhoseWords(time) }
    /// How many gaps of a client are told one by one.
    private static let shownGaps = 5

    init(_ time: TimeWords, _ style: Style) {
        self.time = time
        self.style = style
    }

    /// An agent, and under him the clients for whom he stands, by role.
    ///
    /// - Parameter name: Filled up to the width of a column.
    func lines(_ agent: DirectoryAPI.Agent, name: String, isReader: Bool) -> [String] {
        let state = state(agent.state.word, until: agent.until, isUnreachable: agent.unreachable)
        let painted = agent.state == .available ? style.green(state) : style.yellow(state)
        let head =
            [name, agent.id, agent.extension, painted, words.load(percent: agent.load)]
            + (isReader ? [words.you] : [])
        let roles: [DirectoryAPI.Post.Role] = [.primary, .backup, .deputy]
        let posts = roles.compactMap { role -> String? in
            let clients = agent.clients.filter { $0.role == role }.map(\.clientName)
            guard !clients.isEmpty else { return nil }
            return "    \(ReasonWords(time.language).role(role.word)): \(clients.joined(separator: ", "))"
        }
        return [head.joined(separator: "  ")] + (posts.isEmpty ? ["    \(words.noClients)"] : posts)
            + next(agent.next, agent: agent.id).map { "    \($0)" }
            + beside(agent.lastDay, agent.calendar, next: agent.next, of: agent.id).map { "    \($0)" }
    }

    /// A client on one line, with who stands for it; then what changes next, and what those who stand for it may read.
    func summary(_ client: DirectoryAPI.Client, name: String) -> [String] {
        let agents = client.agents.map { agent in
            let marks =
                [ReasonWords(time.language).role(agent.role.word)]
                + beside(agent.lastDay, agent.calendar, next: client.next, of: agent.agent)
            let told = "\(agent.agentName) (\(marks.joined(separator: ", ")))"
            return agent.agent == client.answering ? style.bold(told) : told
        }
        let head = "\(name)  \(client.id)  \(painted(client.state))  \(agents.joined(separator: ", "))"
        return [head] + (particulars(client).map { ["    \($0)"] } ?? [])
            + next(client.next, client: client.id).map { "    \($0)" }
    }

    /// All that is known of one client.
    func lines(_ client: DirectoryAPI.Client) -> [String] {
        var lines = ["\(style.bold(client.name))  \(client.id)  \(painted(client.state))"]
        for agent in client.agents {
            let state = state(agent.state.word, until: agent.until, isUnreachable: agent.unreachable)
            let told = [state] + beside(agent.lastDay, agent.calendar, next: client.next, of: agent.agent)
            lines.append(
                "  \(ReasonWords(time.language).role(agent.role.word)): \(agent.agentName), \(told.joined(separator: ", "))"
            )
        }
        if let answering = client.agents.first(where: { $0.agent == client.answering }) {
            lines.append("  \(words.calls(to: answering.agentName, as: answering.role.word))")
            if let closes = client.closes { lines.append("  \(words.open(until: closes))") }
        } else {
            lines.append(style.red("  \(words.overflow(state: client.state.word, opens: client.opens))"))
        }
        lines += next(client.next, client: client.id).map { "  \($0)" }
        if let agreement = client.agreement {
            lines.append("  \(text(agreement))")
        }
        if let numbers = client.numbers { lines.append("  \(words.numbers): \(numbers.joined(separator: ", "))") }
        if let learned = client.learned { lines.append("  \(words.learned): \(learned.joined(separator: ", "))") }
        for contact in client.contacts ?? [] {
            let parts = [contact.name, contact.function, contact.mobile, contact.email].compactMap(\.self)
            lines.append("    \(parts.joined(separator: ", "))")
        }
        guard let gaps = client.gaps else { return lines }
        guard !gaps.isEmpty else { return lines + ["  \(words.noGaps)"] }
        lines.append(style.red("  \(words.gaps)"))
        let shown = gaps.prefix(Self.shownGaps)
        let more = gaps.count - shown.count + (client.moreGaps ?? 0)
        return lines + shown.map { "    \(time.stretch(from: $0.from, until: $0.until, goesOn: $0.goesOn))" }
            + (more > 0 ? ["    \(words.more(more)); \(words.allOfThem(client.id))"] : [])
    }

    /// `Agreement …; 3 numbers`, where the reader may know.
    private func particulars(_ client: DirectoryAPI.Client) -> String? {
        guard let agreement = client.agreement else { return nil }
        let numbers = (client.numbers ?? []).count + (client.learned ?? []).count
        return "\(text(agreement)); \(counted(numbers, .number, in: time.language))"
    }

    private func text(_ agreement: DirectoryAPI.Agreement) -> String {
        words.agreement(
            agreement.title, references: agreement.references, level: agreement.level, start: agreement.start,
            end: agreement.end)
    }

    /// What changes next; whose it is is left out where that is said already.
    private func next(_ change: DirectoryAPI.Change?, agent: String? = nil, client: String? = nil) -> [String] {
        guard let change else { return [] }
        let told = words.change(
            change.what.word, agent: change.agent == agent ? nil : change.agentName,
            client: change.client == client ? nil : change.clientName, at: change.at, leaves: change.leaves)
        return [words.next(told)]
    }

    /// An agent's last day, where what changes next does not say it, and that his calendar is stale.
    private func beside(
        _ lastDay: String?, _ calendar: DirectoryAPI.StaleCalendar?, next: DirectoryAPI.Change?, of agent: String
    ) -> [String] {
        let isTold = next?.what == .employmentEnds && next?.agent == agent
        let last = isTold ? nil : lastDay.map(words.employed)
        return [last, calendar.map { words.stale($0.source, read: $0.read) }].compactMap(\.self)
    }

    private func state(_ word: String, until: String?, isUnreachable: Bool?) -> String {
        AvailabilityWords(time.language).state(word: word, isUnreachable: isUnreachable)
            + (until.map { " \(time.shortUntil($0))" } ?? "")
    }

    private func painted(_ state: DirectoryAPI.Client.State) -> String {
        let text = CoverageWords(time.language).state(word: state.word)
        return state == .uncovered ? style.red(text) : state == .covered ? style.green(text) : text
    }
}
