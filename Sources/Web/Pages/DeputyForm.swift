import MajorAPI
import Sheets
import Time
import Wording

/// What stands in the form for a deputy: what was typed, or else who and when it is for where it was asked for from a client with nobody.
struct DeputyForm {
    /// Who is away for a client, from when until when, and who could stand in.
    struct Gap: Sendable {
        let client: String
        var away: String?
        var from: CalendarDay?
        var through: CalendarDay?
        var standIns: [String] = []

        /// Of the client's first gap.
        init(_ client: String, _ coverage: ReportsAPI.Coverage.Reply) {
            self.client = client
            guard let told = coverage.clients.first(where: { $0.client == client }),
                let gap = told.stretches.first(where: { $0.state == .nobody })
            else { return }
            away = gap.away?.first
            standIns = gap.standIns ?? []
            from = LocalDateTime(rfc3339: gap.from)?.day
            // What ends at midnight has the day before as its last one.
            through = LocalDateTime(rfc3339: gap.until).map { $0.isMidnight ? $0.day.advanced(by: -1) : $0.day }
        }
    }

    let kept: Form?
    let gap: Gap?

    func values(
        _ agents: [DirectoryAPI.Agent], _ clients: [DirectoryAPI.Client], _ words: PageWords
    ) -> Templates.Values {
        func agent(_ agent: DirectoryAPI.Agent, isChosen: Bool) -> Templates.Values {
            ["id": agent.id, "name": agent.name, "isChosen": isChosen]
        }
        let whom = kept?["whom"] ?? gap.map { $0.away ?? $0.client }
        let client: String? = if let kept { kept["client"] } else if gap?.away != nil { gap?.client } else { nil }
        let deputy = kept?["deputy"] ?? gap?.standIns.first
        let able = gap?.standIns.compactMap { id in agents.first { $0.id == id } } ?? []
        let others = agents.filter { agent in !able.contains { $0.id == agent.id } && agent.id != gap?.away }
        func group(_ label: String, _ agents: [DirectoryAPI.Agent]) -> Templates.Values {
            ["group": label, "options": agents.map { agent($0, isChosen: $0.id == deputy) }]
        }
        func option(_ client: DirectoryAPI.Client, isChosen: Bool) -> Templates.Values {
            ["id": client.id, "name": client.name, "isChosen": isChosen]
        }
        let groups =
            able.isEmpty
            ? [group("", others)]
            : [group(words.label(.couldStandIn), able), group(words.label(.others), others)]
        // An agent, with all of his clients or one of them; or whoever is in a client's pair.
        let isAgent = agents.contains { $0.id == whom }
        let whoms: [Templates.Values] = [
            ["group": words.label(.agent), "options": agents.map { agent($0, isChosen: $0.id == whom) }],
            [
                "group": words.label(.pairOf),
                "options": clients.map { option($0, isChosen: !isAgent && $0.id == whom) },
            ],
        ]
        return [
            "deputies": groups, "whom": whoms,
            "clients": clients.map { option($0, isChosen: $0.id == client) },
            "from": kept?["from"] ?? gap?.from.map { "\($0)" } ?? "",
            "through": kept?["through"] ?? gap?.through.map { "\($0)" } ?? "",
        ]
    }
}
