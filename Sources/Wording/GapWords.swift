import Routing
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
        let weeks = RoutingTable.outlook.count / Milliseconds.days(7).count
        return language.said(
            en: "Nobody is there\(isOpen ? " in the next \(weeks) weeks" : "") for:",
            nl: "Er is niemand\(isOpen ? " in de komende \(weeks) weken" : "") voor:")
    }

    /// `Noord: Monday 28 December 2026, 09:00 to 12:00; could stand in: Piet`
    ///
    /// - Parameter goesOn: Whether the end is only as far as was looked.
    package func first(
        _ client: String, from: String, until: String, goesOn: Bool? = nil, _ standIns: [String]
    ) -> String {
        let names = standIns.joined(separator: ", ")
        let who =
            standIns.isEmpty
            ? language.said(en: "nobody else has capacity then", nl: "dan heeft verder niemand ruimte")
            : language.said(
                en: "could stand in: \(names)", nl: "\(standIns.count == 1 ? "kan" : "kunnen") invallen: \(names)")
        return "\(client): \(time.stretch(from: from, until: until, goesOn: goesOn)); \(who)"
    }

    /// `and 43 more times until the end of Friday 15 January 2027`
    package func more(_ times: Int, until end: String, goesOn: Bool? = nil) -> String {
        time.beyond("\(and) \(countedMore(times, .time, in: language)) \(time.until(end))", goesOn)
    }

    /// `and 2 more clients`
    package func more(clients: Int) -> String {
        "\(and) \(countedMore(clients, .client, in: language))"
    }

    /// Why leave is refused; the gaps follow.
    package var refused: String {
        language.said(en: "it would leave clients without anybody:", nl: "klanten zouden niemand hebben:")
    }

    /// Whose absences leave nobody: `away then: Mark Bakker and Samira Jansen`.
    package func absent(_ names: [String]) -> String {
        let all = language.joined(names)
        return language.said(en: "away then: \(all)", nl: "dan afwezig: \(all)")
    }

    /// Which part of it opens no gap, where there is one: `Allowed would be: on Monday 28 December 2026, the whole day; on …`
    package func allowed(_ periods: [String]) -> String {
        let shown = periods.prefix(3)
        let left = periods.count - shown.count
        let all = (shown + (left > 0 ? [language.said(en: "\(left) more", nl: "nog \(left)")] : [])).joined(
            separator: "; ")
        return language.said(en: "Allowed would be: \(all).", nl: "Wel mogelijk: \(all).")
    }

    /// How it is entered with somebody to stand in.
    package func withDeputy(_ command: String) -> String {
        language.said(
            en: "With somebody to stand in, managers without --request: \(command)",
            nl: "Met een vervanger, managers zonder --request: \(command)")
    }

    /// How it is asked of a manager.
    package func asRequest(_ command: String) -> String {
        language.said(en: "To ask a manager for it: \(command)", nl: "Om het aan een manager te vragen: \(command)")
    }

    /// How leave that is there, or a request, gets somebody to stand in.
    ///
    /// - Parameter isManager: Whether the reader is one, who may name somebody.
    package func withDeputy(changing command: String, isManager: Bool) -> String {
        isManager
            ? language.said(en: "With somebody to stand in: \(command)", nl: "Met een vervanger: \(command)")
            : language.said(
                en: "With somebody to stand in, for managers: \(command)",
                nl: "Met een vervanger, voor managers: \(command)")
    }

    /// What a manager adds who wants it in spite of the gaps.
    package var overrideOwn: String {
        language.said(en: "To do it all the same: --override REASON.", nl: "Om het toch te doen: --override REDEN.")
    }

    package var overrideChange: String {
        language.said(
            en: "A manager can change it all the same with --override REASON.",
            nl: "Een manager kan het toch wijzigen met --override REDEN.")
    }

    package var overrideApproval: String {
        language.said(
            en: "To approve it all the same: --override REASON.", nl: "Om het toch goed te keuren: --override REDEN.")
    }

    package var override: String {
        language.said(
            en: "A manager can enter it all the same with --override REASON.",
            nl: "Een manager kan het toch invoeren met --override REDEN.")
    }

    private var and: String { language.said(en: "and", nl: "en") }
}
