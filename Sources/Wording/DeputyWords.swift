package import Routing
package import Time

/// Who stands in for whom.
package struct DeputyWords: Sendable {
    /// For whom somebody stands in, by names.
    package enum Post: Sendable {
        /// With every client in whose pair the agent is.
        case agent(String)
        case agentAt(String, client: String)
        /// For whoever is in the client's pair.
        case client(String)

        /// Of the names that a deputyship has.
        package init(agent: String?, client: String?) {
            self =
                switch (agent, client) {
                case (let agent?, nil): .agent(agent)
                case (let agent?, let client?): .agentAt(agent, client: client)
                case (nil, let client): .client(client ?? "?")
                }
        }
    }

    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `for Joke de Vries`, `for Joke de Vries with Noord`, `for the pair of Noord`
    package func post(_ post: Post) -> String {
        switch post {
        case .agent(let name): language.said(en: "for \(name)", nl: "voor \(name)")
        case .agentAt(let name, let client):
            language.said(en: "for \(name) with \(client)", nl: "voor \(name) bij \(client)")
        case .client(let client): language.said(en: "for the pair of \(client)", nl: "voor het paar van \(client)")
        }
    }

    /// `Piet de Boer stands in for Joke de Vries from … until … (deputyship 3).`
    package func entered(_ deputy: String, _ post: Post, from: String, until end: String, _ id: String) -> String {
        let period = time.period(from: from, until: end)
        return language.said(
            en: "\(deputy) stands in \(self.post(post)) \(period) (\(numbered(id))).",
            nl: "\(deputy) valt in \(self.post(post)) \(period) (\(numbered(id))).")
    }

    /// For lists: `Piet de Boer for Joke de Vries: Monday 28 December 2026 to the end of …`
    package func line(_ deputy: String, _ post: Post, from: String, until end: String) -> String {
        "\(deputy) \(self.post(post)): \(time.stretch(from: from, until: end))"
    }

    package func cancelled(_ id: String, _ deputy: String, _ post: Post) -> String {
        language.said(
            en: "\(numbered(id).capitalizingFirst) of \(deputy) \(self.post(post)) is cancelled.",
            nl: "\(numbered(id).capitalizingFirst) van \(deputy) \(self.post(post)) is ingetrokken.")
    }

    /// Why no call comes to the deputy as things stand.
    ///
    /// - Parameter why: Nil where the majord that is asked does not tell.
    package func changesNothing(_ deputy: String, _ why: Deputyship.Needless?) -> String {
        let (en, nl): (String, String) =
            switch why {
            case .noService:
                (
                    "in that time there is no service in which \(deputy) would stand in",
                    "in die tijd is er geen servicetijd waarin \(deputy) zou invallen"
                )
            case .inPair:
                (
                    "\(deputy) is in the fixed pair in that time",
                    "\(deputy) hoort in die tijd zelf bij het vaste paar"
                )
            case .notStanding:
                (
                    "the one for whom \(deputy) would stand in is not in the pair there in that time",
                    "degene die \(deputy) zou vervangen hoort daar in die tijd niet bij het vaste paar"
                )
            case .somebodyThere:
                ("somebody else is there all the time", "er is de hele tijd iemand anders")
            case .notEmployed:
                (
                    "\(deputy) is not employed when nobody else is there",
                    "\(deputy) is niet in dienst als er verder niemand is"
                )
            case .away:
                (
                    "\(deputy) is away whenever nobody else is there",
                    "\(deputy) is zelf afwezig als er verder niemand is"
                )
            case .outsideHours:
                (
                    "nobody else is missing in \(deputy)'s working hours",
                    "binnen de werktijd van \(deputy) ontbreekt er niemand"
                )
            case .notThere:
                ("\(deputy) is not there when nobody else is", "\(deputy) is er niet als er verder niemand is")
            case nil:
                (
                    "somebody of the pair is there all the time, or \(deputy) is not",
                    "er is de hele tijd iemand van het paar, of \(deputy) is er niet"
                )
            }
        return language.said(
            en: "It changes nothing as it stands: \(en).", nl: "Zoals het nu staat verandert het niets: \(nl).")
    }

    /// Where the deputy's employment begins later than the time.
    package func employed(_ deputy: String, from: String) -> String {
        language.said(
            en: "\(deputy) is not employed before \(time.time(from)).",
            nl: "\(deputy) is niet in dienst voor \(time.time(from)).")
    }

    package func notEmployed(_ name: String) -> String {
        language.said(en: "\(name) is not employed in that time", nl: "\(name) is in die tijd niet in dienst")
    }

    /// Why a deputyship is not entered twice.
    package func already(_ deputy: String, _ post: Post, from: String, until end: String, _ id: String) -> String {
        let stretch = time.stretch(from: from, until: end)
        return language.said(
            en: "\(deputy) stands in \(self.post(post)) then already: \(stretch)" + time.atShell(" (\(numbered(id)))"),
            nl: "\(deputy) valt dan al in \(self.post(post)): \(stretch)" + time.atShell(" (\(numbered(id)))"))
    }

    /// What stays of a leave that was cancelled or made shorter.
    ///
    /// - Parameter mayCancel: Whether the reader may end it himself.
    package func left(
        _ deputy: String, _ post: Post, from: String, until end: String, _ id: String, mayCancel: Bool = true
    ) -> String {
        let stretch = time.stretch(from: from, until: end)
        let how =
            mayCancel
            ? time.atShell(
                language.said(
                    en: "; to end that: majorctl deputy cancel \(id)",
                    nl: "; om dat te beëindigen: majorctl deputy cancel \(id)"))
            : language.said(
                en: "; \(deputy) or a manager can end that", nl: "; \(deputy) of een manager kan dat beëindigen")
        return language.said(
            en: "\(deputy) still stands in \(self.post(post)): \(stretch) (\(numbered(id)))\(how)",
            nl: "\(deputy) valt nog in \(self.post(post)): \(stretch) (\(numbered(id)))\(how)")
    }

    /// Where it does nothing any more, since he for whom it is has handed over.
    ///
    /// - Parameter id: Its number, where the reader may cancel it.
    package func idle(_ agent: String, _ id: String?) -> String {
        language.said(
            en: "does nothing: \(agent) stands for nobody there any more"
                + (id.map { "; to end it: majorctl deputy cancel \($0)" } ?? ""),
            nl: "doet niets: \(agent) staat daar voor niemand meer"
                + (id.map { "; om het te beëindigen: majorctl deputy cancel \($0)" } ?? ""))
    }

    /// Why one cannot take effect.
    ///
    /// - Parameter mayCancel: Whether the reader may end it.
    package func orphan(mayCancel: Bool) -> String {
        language.said(
            en: "not in force: the directory does not have who is named"
                + (mayCancel ? "; see majorctl deputy cancel --help" : ""),
            nl: "niet van kracht: wie genoemd wordt staat niet in de bestanden"
                + (mayCancel ? "; zie majorctl deputy cancel --help" : ""))
    }

    /// - Parameter percent: How much of the deputy's capacity is taken then.
    package func overCapacity(_ deputy: String, percent: Int) -> String {
        language.said(
            en: "\(deputy) then has more clients than the capacity allows: \(percent) %.",
            nl: "\(deputy) heeft dan meer klanten dan de capaciteit toelaat: \(percent) %.")
    }

    /// For which clients calls come to a deputy, and how often he is needed.
    package func closes(_ clients: [String]) -> String {
        let all = clients.joined(separator: ", ")
        return language.said(
            en: "Nobody else would be there for: \(all).", nl: "Anders zou er niemand zijn voor: \(all).")
    }

    /// Where an agent loses the post, so that whoever stands in for him no longer does.
    package func endsWithHandover(_ deputy: String, _ agent: String, _ client: String, on day: CalendarDay) -> String {
        language.said(
            en: "\(deputy) stands in for \(agent) with \(client) until \(agent) hands over on \(day.spelled()).",
            nl: "\(deputy) valt bij \(client) in voor \(agent) tot de overdracht op \(day.spelled(in: .nl)).")
    }

    /// Where the deputy himself leaves before that.
    package func endsWithEmployment(_ deputy: String, on day: CalendarDay) -> String {
        language.said(
            en: "\(deputy) stands in until the end of \(day.spelled()), the last day of the employment.",
            nl: "\(deputy) valt in tot en met \(day.spelled(in: .nl)), de laatste dag van het dienstverband.")
    }

    package var nobody: String {
        language.said(
            en: "Nobody stands in for anybody, now or later.", nl: "Niemand valt voor iemand in, nu of later.")
    }

    package func unknown(_ id: String) -> String {
        guard !time.isOnPage else {
            return language.said(
                en: "this standing in is over already, or was cancelled",
                nl: "deze vervanging is al voorbij, of is ingetrokken")
        }
        return language.said(
            en: "there is no \(numbered(id)) in force or to come; see majorctl deputy list",
            nl: "er is nu of later geen \(numbered(id)); zie majorctl deputy list")
    }

    /// Nobody stands in for himself.
    package func standsInForHimself(_ name: String) -> String {
        language.said(en: "\(name) cannot stand in for \(name)", nl: "\(name) kan niet voor \(name) invallen")
    }

    /// `deputyship 3`
    package func numbered(_ id: String) -> String { "\(Noun.deputyship.word(1, in: language)) \(id)" }
}
