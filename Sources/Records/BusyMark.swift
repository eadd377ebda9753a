package import Routing
package import Time

/// That a call keeps an agent busy, as one site tells others: the call by its mark alone.
package struct BusyMark: Sendable, Equatable {
    package let call: CallMark
    package let agent: AgentID
    package let since: Instant
    /// Then he is let go, unless it is told of again.
    package let until: Instant
    package let isAnswered: Bool

    package init(call: CallMark, agent: AgentID, since: Instant, until: Instant, isAnswered: Bool) {
        (self.call, self.agent, self.since, self.until) = (call, agent, since, until)
        self.isAnswered = isAnswered
    }
}

/// What another site tells of its agents.
package struct BusyNews: Sendable, Equatable {
    /// By the id of its state folder.
    package let site: String
    package var held: [BusyMark] = []
    package var released: [CallMark] = []
    /// What passes by itself.
    package var agents: [AgentNews] = []
    /// Whether those are all calls that are held: what was told of others before counts no more.
    package var isAll = false

    package init(
        site: String, held: [BusyMark] = [], released: [CallMark] = [], agents: [AgentNews] = [], isAll: Bool = false
    ) {
        (self.site, self.held, self.released, self.agents, self.isAll) = (site, held, released, agents, isAll)
    }
}

extension BusyNews {
    static let record: Character = "\u{1E}"
    private static let field: Character = "\u{1F}"
    /// A notification of PostgreSQL's has less than 8,000 bytes.
    private static let limit = 7_000

    /// One that asks everybody for all that keeps his agents busy.
    static func question(of site: String) -> String { "ask\(record)\(site)" }

    /// Whose question a text is; nil where it is none.
    static func asker(_ text: String) -> String? {
        let words = text.split(separator: record)
        return words.count == 2 && words[0] == "ask" ? String(words[1]) : nil
    }

    /// As many texts as it needs.
    var texts: [String] {
        var texts: [String] = []
        var text = "\(isAll ? "all" : "some")\(Self.record)\(site)"
        let passing = agents.map { $0.fields.joined(separator: "\(Self.field)") }
        for entry in held.map(Self.text) + released.map({ "\($0.number)" }) + passing {
            if text.utf8.count + entry.utf8.count >= Self.limit {
                texts.append(text)
                text = "some\(Self.record)\(site)"
            }
            text += "\(Self.record)\(entry)"
        }
        return texts + [text]
    }

    private static func text(_ mark: BusyMark) -> String {
        [
            "\(mark.call.number)", "\(mark.agent)", "\(mark.since.milliseconds)", "\(mark.until.milliseconds)",
            mark.isAnswered ? "a" : "r",
        ].joined(separator: "\(field)")
    }

    /// Reads one of `texts`; what is none of it is passed over.
    init?(_ text: String) {
        let words = text.split(separator: Self.record)
        guard words.count >= 2, words[0] == "all" || words[0] == "some" else { return nil }
        self.init(site: String(words[1]), isAll: words[0] == "all")
        for word in words.dropFirst(2) {
            let fields = word.split(separator: Self.field)
            if let news = AgentNews(fields: fields.map(String.init)) { agents.append(news) }
            guard let first = fields.first, let number = Int64(first) else { continue }
            let call = CallMark(number: number)
            if fields.count == 5, let since = Int64(fields[2]), let until = Int64(fields[3]) {
                held.append(
                    BusyMark(
                        call: call, agent: AgentID(String(fields[1])), since: Instant(clamping: since),
                        until: Instant(clamping: until), isAnswered: fields[4] == "a"))
            } else if fields.count == 1 {
                released.append(call)
            }
        }
    }
}
