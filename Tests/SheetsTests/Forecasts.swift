import MajorAPI

@testable import Sheets

/// Forecasts as majord tells them.
enum Forecasts {
    static func report(
        _ clients: [(name: String, days: String)], days: Int = 53, holidays: [ReportsAPI.Holiday]? = nil
    ) -> CoverageReport? {
        CoverageReport(
            ReportsAPI.Coverage.Reply(
                now: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", firstDay: "2026-11-26", days: days,
                agentNames: ["joke": "Joke de Vries", "mark": "Mark Bakker"],
                clients: clients.map { name, days in
                    ReportsAPI.ClientCoverage(
                        client: name.lowercased(), clientName: name,
                        pairs: [ReportsAPI.CoveragePair(primary: "joke", backup: "mark")], days: days,
                        stretches: days.contains("n")
                            ? [
                                ReportsAPI.CoverageStretch(
                                    state: .nobody, from: "2026-12-02T08:00:00+01:00",
                                    until: "2026-12-02T18:00:00+01:00", agents: [])
                            ] : [])
                },
                uncovered: clients.filter { $0.days.contains("n") }
                    .map { ReportsAPI.NamedClient(client: $0.name.lowercased(), clientName: $0.name) },
                holidays: holidays))
    }

    static let eight = "bb--" + String(repeating: "bbbbb--", count: 7)
    static let gap = "bb--bondb--" + String(repeating: "bbbbb--", count: 6)
}
