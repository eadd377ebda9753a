import MajorAPI
import Routing
import Time
import Wording

/// The status in words.
enum StatusText {
    /// `majord 0.1.0, generation 3: 2 of 3 clients covered, 1 agent absent`
    static func headline(_ status: RosterAPI.Status.Reply, _ style: Style, _ language: Language) -> String {
        let words = CoverageWords(language)
        let absent = status.agents.count { ![.available, .busy, .offHours].contains($0.state) }
        let coverage = words.sentence(
            CoverageCount(
                clients: status.clients, inService: status.inService, covered: status.covered, closed: status.closed,
                withoutAgreement: status.withoutAgreement))
        return "majord \(status.version), \(language.said(en: "generation", nl: "generatie")) \(status.generation): "
            + (status.uncovered.isEmpty ? style.green(coverage) : style.red(coverage)) + ", \(words.absent(absent))"
    }

    static func lines(_ status: RosterAPI.Status.Reply, _ style: Style, _ language: Language = .en) -> [String] {
        let time = TimeWords(language, at: status.now, in: status.timeZone)
        let words = CoverageWords(language)
        var lines = [headline(status, style, language)]
        for trouble in status.troubles { lines.append(style.red("  \(trouble)")) }
        for client in status.uncovered { lines.append(style.red("  \(words.nobody(for: client.clientName))")) }
        for gap in status.gapsAhead ?? [] {
            let told = ForecastWords(language).ahead(
                gap.clientName, from: gap.from, until: gap.until, more: gap.more ?? 0, moreUntil: gap.moreUntil,
                goesOn: gap.goesOn, time)
            lines.append(style.red("  \(told)"))
        }
        if let more = status.moreClientsAhead { lines.append(style.red("  \(GapWords(time).more(clients: more))")) }
        let width = status.agents.map(\.name.count).max() ?? 0
        for agent in status.agents {
            let phone = agent.extension.map { "  \($0)" } ?? ""
            let state = self.words(agent, time, isPBXSilent: isPBXSilent(status))
            let painted = agent.state == .available && !isPBXSilent(status) ? style.green(state) : style.yellow(state)
            lines.append(
                "  \(agent.name.padding(to: width))\(phone)  \(painted)"
                    + (agent.id == status.you ? language.said(en: "  (you)", nl: "  (jij)") : ""))
        }
        for client in status.clientStates ?? [] {
            let state = words.state(word: client.state.word)
            lines.append(
                "  \(client.clientName): \(client.state == .uncovered ? style.red(state) : state)")
        }
        if !status.decisions.isEmpty {
            let counts = status.decisions.sorted { $0.key < $1.key }.map {
                ReasonWords(language).counted($0.value, $0.key)
            }
            let all = counts.joined(separator: ", ")
            lines.append(language.said(en: "Decisions since the start: \(all)", nl: "Besluiten sinds de start: \(all)"))
        }
        lines += (status.sites ?? []).map { SiteText.line($0, language, style) }
        if let line = SocketText.line(status, language, zone: time.zone) { lines.append(line) }
        return lines
    }

    /// Whether PBXs have fallen silent, so that nobody knows who is on the phone; that none has asked yet stands in a line of its own.
    static func isPBXSilent(_ status: RosterAPI.Status.Reply) -> Bool { status.pbxSilent?.since != nil }

    /// What an agent does: `available`, `outside working hours until 08:00`, `on the phone since 14:03, call call-1`.
    static func words(_ agent: RosterAPI.AgentStatus, _ time: TimeWords, isPBXSilent: Bool = false) -> String {
        let calls = agent.calls.map { words($0, time) }
        // Whoever is busy is so with these calls; others get further calls all the same.
        guard agent.state != .busy || calls.isEmpty else { return calls.joined(separator: ", ") }
        let state = AvailabilityWords(time.language).state(
            word: agent.state.word, isUnreachable: agent.unreachable, isPBXSilent: isPBXSilent)
        let until = agent.until.map { " \(time.shortUntil($0))" } ?? ""
        return ([state + until] + calls).joined(separator: ", ")
    }

    /// `on the phone since 14:03, call call-1`; the call's id where the reader may know it.
    static func words(_ call: RosterAPI.OngoingCall, _ time: TimeWords) -> String {
        AvailabilityWords(time.language).call(isAnswered: call.answered, since: time.shortStart(call.since))
            + (call.call.map(CallWords(time.language).which) ?? "")
    }
}
