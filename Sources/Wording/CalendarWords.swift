package import Time

/// Who is away and who covers, as calendars and feeds say it: never why.
package struct CalendarWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// The name of a feed: of an agent or a client, or of all.
    package func title(_ name: String?) -> String {
        let all = language.said(en: "Who is away", nl: "Wie er afwezig is")
        return name.map { "Major Accounts: \($0)" } ?? "Major Accounts: \(all)"
    }

    package func away(_ agent: String) -> String {
        language.said(en: "\(agent) away", nl: "\(agent) afwezig")
    }

    /// Who stands for a client.
    package func covers(_ agent: String, _ client: String) -> String {
        language.said(en: "\(agent) covers \(client)", nl: "\(agent) neemt waar voor \(client)")
    }

    package func nobody(for client: String) -> String {
        language.said(en: "Nobody for \(client)", nl: "Niemand voor \(client)")
    }

    /// Below somebody's absence, with the times: `Noord: Mark Bakker`, `Zuid: nobody from … until …`.
    package func cover(_ client: String, _ agent: String?, during times: String?) -> String {
        let who = agent ?? language.said(en: "nobody", nl: "niemand")
        return "\(client): \(who)\(times.map { ", \($0)" } ?? "")"
    }

    /// `hr, read last on Wednesday 18 November 2026 09:00`, `hr, never read`
    package func read(_ source: String, _ moment: String?) -> String {
        guard let moment else { return language.said(en: "\(source), never read", nl: "\(source), nooit gelezen") }
        return language.said(
            en: "\(source), read last on \(moment)", nl: "\(source), het laatst gelezen op \(moment)")
    }

    /// A calendar that is read: `calendar hr, read last on …, changed last on …`
    package func standing(_ source: String, read moment: String?, changed: String?) -> String {
        let read = read(source, moment)
        let last = changed.map { language.said(en: ", changed last on \($0)", nl: ", het laatst gewijzigd op \($0)") }
        return language.said(en: "calendar \(read)", nl: "agenda \(read)") + (last ?? "")
    }

    /// What of it stays as people have left it, and how it follows the calendar again.
    package func kept(_ numbers: [String], _ source: String, of agent: String) -> String {
        let all = language.joined(numbers)
        let command =
            "majorctl leave import FILE --agent \(agent) --source \(source) "
            + numbers.map { "--follow \($0)" }.joined(separator: " ")
        return language.said(
            en: "changed by hand, so kept as they are: \(all); to follow the calendar again: \(command)",
            nl: "met de hand gewijzigd, en zo gelaten: \(all); om de agenda weer te volgen: \(command)")
    }

    /// Leave may be missing: `calendar hr, never read`
    package func stale(_ source: String, _ moment: String?) -> String {
        let read = read(source, moment)
        return language.said(
            en: "stale calendar: \(read); leave may be missing", nl: "verouderde agenda: \(read); verlof kan ontbreken")
    }

    /// The end of an employment.
    package func lastDay(_ agent: String) -> String {
        language.said(en: "last day of \(agent)", nl: "laatste dag van \(agent)")
    }

    /// Where programs outside fetch no calendar.
    package var noFeed: String {
        language.said(en: "There is no address.", nl: "Er is geen adres.")
    }

    /// - Parameter agent: Of whom alone it is told; nil: of all.
    package func nobodyAway(of agent: String?) -> String {
        guard let agent else {
            return language.said(
                en: "Nobody is away in the twelve months to come.",
                nl: "In de komende twaalf maanden is er niemand afwezig.")
        }
        return language.said(
            en: "\(agent) is not away in the twelve months to come.",
            nl: "\(agent) is in de komende twaalf maanden niet afwezig.")
    }

    package func alwaysFirst(_ client: String) -> String {
        language.said(
            en: "In the twelve months to come the first of the pair gets all calls of \(client).",
            nl: "In de komende twaalf maanden krijgt de eerste van het paar alle gesprekken van \(client).")
    }
}
