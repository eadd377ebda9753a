import Time

/// Where nobody is there for a client.
package struct GapWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// - Parameter isOpen: Whether the agent's return is not known, so that only the next weeks were looked at.
    package func headline(isOpen: Bool) -> String {
        language.said(
            en: "Nobody is there\(isOpen ? " in the next four weeks" : "") for:",
            nl: "Er is niemand\(isOpen ? " in de komende vier weken" : "") voor:")
    }

    /// `Noord: Monday 28 December 2026, 09:00 to 12:00; could stand in: Piet`
    package func first(_ client: String, from: String, until: String, _ standIns: [String]) -> String {
        let names = standIns.joined(separator: ", ")
        let who =
            standIns.isEmpty
            ? language.said(en: "nobody else has capacity then", nl: "dan heeft verder niemand ruimte")
            : language.said(
                en: "could stand in: \(names)", nl: "\(standIns.count == 1 ? "kan" : "kunnen") invallen: \(names)")
        return "\(client): \(time.stretch(from: from, until: until)); \(who)"
    }

    /// `and 43 more times until the end of Friday 15 January 2027`
    package func more(_ times: Int, until end: String) -> String {
        "\(and) \(countedMore(times, .time, in: language)) \(time.until(end))"
    }

    /// `and 2 more clients`
    package func more(clients: Int) -> String {
        "\(and) \(countedMore(clients, .client, in: language))"
    }

    /// Why leave is refused; the gaps follow.
    package var refused: String {
        language.said(en: "it would leave clients without anybody:", nl: "klanten zouden niemand hebben:")
    }

    package var override: String {
        language.said(
            en: "A manager can enter it all the same with --override.",
            nl: "Een manager kan het toch invoeren met --override.")
    }

    private var and: String { language.said(en: "and", nl: "en") }
}
