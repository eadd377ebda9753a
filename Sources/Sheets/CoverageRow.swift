package import MajorAPI

/// Clients who look the same in a forecast: with one pair, and somebody or nobody there at the same times.
package struct CoverageRow {
    /// At least one.
    package let clients: [ReportsAPI.ClientCoverage]

    package var first: ReportsAPI.ClientCoverage { clients[0] }

    /// Whether both of the pair are there whenever there is service.
    package var isWhole: Bool { !first.days.contains { "odn".contains($0) } }
}

/// Where the parts of a chart lead to on a page that has more to tell.
package struct CoverageLinks {
    /// A client's page.
    package let client: (String) -> String
    /// Why somebody or nobody is there for a client on a day of the forecast, by its place.
    package let day: (String, Int) -> String

    package init(client: @escaping (String) -> String, day: @escaping (String, Int) -> String) {
        self.client = client
        self.day = day
    }
}

extension CoverageReport {
    /// All clients, those with gaps first; who look the same are one row.
    package var rows: [CoverageRow] {
        var places: [String: Int] = [:]
        var rows: [[ReportsAPI.ClientCoverage]] = []
        for client in gapsFirst {
            let looks =
                client.days + client.pairs.map { "|\($0.from ?? "") \($0.primary) \($0.backup)" }.joined()
                + client.stretches.map { "/\($0.state.word) \($0.from) \($0.until) \($0.agents)" }.joined()
            if let place = places[looks] {
                rows[place].append(client)
            } else {
                places[looks] = rows.count
                rows.append([client])
            }
        }
        return rows.map(CoverageRow.init)
    }
}
