package import Routing

/// That somebody lets an agent go from calls of another site: that site does it in its records, too, and all others at once.
package struct BusyRelease: Sendable, Equatable {
    /// Whose calls they are, by the id of its state folder.
    package let site: String
    package let agent: AgentID
    package let calls: [CallMark]

    /// More calls than an agent can have.
    private static let capacity = 300

    package init(site: String, agent: AgentID, calls: [CallMark]) {
        (self.site, self.agent) = (site, agent)
        self.calls = Array(calls.prefix(Self.capacity))
    }
}

extension BusyRelease {
    var text: String {
        (["free", site, "\(agent)"] + calls.map { "\($0.number)" }).joined(separator: "\(BusyNews.record)")
    }

    /// Nil where a text is none.
    init?(_ text: String) {
        let words = text.split(separator: BusyNews.record).map(String.init)
        guard words.count > 3, words[0] == "free" else { return nil }
        self.init(
            site: words[1], agent: AgentID(words[2]),
            calls: words.dropFirst(3).compactMap { Int64($0).map { CallMark(number: $0) } })
    }
}
