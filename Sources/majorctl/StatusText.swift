import MajorAPI
import Routing
import Time

/// The status in words.
enum StatusText {
    static func lines(_ status: RosterAPI.Status.Reply, _ style: Style) -> [String] {
        let wording = Wording(at: status.now, in: status.timeZone)
        let absent = status.agents.count { ![.available, .busy, .offHours].contains($0.state) }
        let coverage = CoverageCount(
            clients: status.clients, inService: status.inService, covered: status.covered, closed: status.closed,
            withoutAgreement: status.withoutAgreement
        ).sentence
        var lines = [
            "majord \(status.version), generation \(status.generation): "
                + (status.uncovered.isEmpty ? style.green(coverage) : style.red(coverage))
                + ", \(counted(absent, "agent")) absent"
        ]
        for trouble in status.troubles { lines.append(style.red("  \(trouble)")) }
        for client in status.uncovered { lines.append(style.red("  nobody for \(client.clientName)")) }
        let width = status.agents.map(\.name.count).max() ?? 0
        for agent in status.agents {
            let phone = agent.extension.map { "  \($0)" } ?? ""
            let state = words(agent, wording)
            let painted = agent.state == .available ? style.green(state) : style.yellow(state)
            lines.append(
                "  \(agent.name.padding(to: width))\(phone)  \(painted)"
                    + (agent.id == status.you ? "  (you)" : ""))
        }
        for client in status.clientStates ?? [] {
            let state = client.state.word.replacing("_", with: " ")
            lines.append(
                "  \(client.clientName): \(client.state == .uncovered ? style.red(state) : state)")
        }
        if !status.decisions.isEmpty {
            let counts = status.decisions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            lines.append("Decisions since the start: \(counts.joined(separator: ", "))")
        }
        if let line = SocketText.line(status, zone: wording.zone) { lines.append(line) }
        return lines
    }

    /// What an agent does: `available`, `off hours until 08:00`, `on the phone since 14:03, call call-1`.
    private static func words(_ agent: RosterAPI.AgentStatus, _ wording: Wording) -> String {
        let calls = agent.calls.map { words($0, wording) }
        // Whoever is busy is so with these calls; others get further calls all the same.
        let until = agent.until.map { " until \(wording.shortEnd($0))" } ?? ""
        let state = agent.state == .busy && !calls.isEmpty ? [] : [agent.state.word.replacing("_", with: " ") + until]
        return (state + calls).joined(separator: ", ")
    }

    /// `on the phone since 14:03, call call-1`; the call's id where the reader may know it.
    static func words(_ call: RosterAPI.OngoingCall, _ wording: Wording) -> String {
        let which = call.call.map { ", call \($0)" } ?? ""
        return "\(call.answered ? "on the phone" : "phone rings") since \(wording.shortStart(call.since))\(which)"
    }
}
