import MajorAPI
import Time
import Wording

/// What has changed from one status to the next, a line for each change.
struct StatusChanges {
    private let before: RosterAPI.Status.Reply
    private let status: RosterAPI.Status.Reply
    private let style: Style
    private let time: TimeWords

    init(from before: RosterAPI.Status.Reply, to status: RosterAPI.Status.Reply, _ style: Style, _ language: Language) {
        self.before = before
        self.status = status
        self.style = style
        time = TimeWords(language, at: status.now, in: status.timeZone)
    }

    /// `10:31:02  Joke de Vries: on the phone since 10:31`
    var lines: [String] {
        (generation + troubles + uncovered + agents + clients).map { "\(Self.clock(status, time))  \($0)" }
    }

    /// The time of day at which a status was told.
    static func clock(_ status: RosterAPI.Status.Reply, _ time: TimeWords) -> String {
        LocalDateTime(rfc3339: status.now).map { time.zoned($0.clock) } ?? status.now
    }

    private var words: CoverageWords { CoverageWords(time.language) }

    private var generation: [String] {
        let isOther =
            (before.version, before.generation, before.clients) != (status.version, status.generation, status.clients)
        return isOther ? [StatusText.headline(status, style, time.language)] : []
    }

    private var troubles: [String] {
        status.troubles.filter { !before.troubles.contains($0) }.map(style.red)
            + before.troubles.filter { !status.troubles.contains($0) }.map(words.settled)
    }

    private var uncovered: [String] {
        let (old, new) = (before.uncovered, status.uncovered)
        return new.filter { !old.contains($0) }.map { style.red(words.nobody(for: $0.clientName)) }
            + old.filter { !new.contains($0) }.map { words.somebodyAgain(for: $0.clientName) }
    }

    private var agents: [String] {
        status.agents.filter { !before.agents.contains($0) }.map { agent in
            let text = StatusText.words(agent, time)
            return "\(agent.name): \(agent.state == .available ? style.green(text) : style.yellow(text))"
        }
    }

    private var clients: [String] {
        let old = before.clientStates ?? []
        return (status.clientStates ?? []).filter { !old.contains($0) }.map { client in
            "\(client.clientName): \(words.state(word: client.state.word))"
        }
    }
}
