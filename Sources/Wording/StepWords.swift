package import Routing
package import Time

/// Puts the steps of a decision into words. Times are the service's local ones, seen from the day of the call.
package struct StepWords: Sendable {
    private let language: Language
    private let clock: ServiceClock
    private let time: TimeWords
    private let call: @Sendable (AgentID) -> (isAnswered: Bool, since: Instant)?

    private let thisYear: Int

    /// - Parameters:
    ///   - instant: When the call is decided.
    ///   - now: When that is told: years other than this one are said.
    ///   - call: What keeps an agent busy, where that is known.
    package init(
        _ language: Language = .en, clock: ServiceClock, at instant: Instant, now: Instant,
        call: @escaping @Sendable (AgentID) -> (isAnswered: Bool, since: Instant)? = { _ in nil }
    ) {
        self.call = call
        self.language = language
        self.clock = clock
        thisYear = clock.day(of: now).date.year
        time = TimeWords(language, now: clock.local(instant), thisYear: thisYear, clock: clock)
    }

    /// What a step looks at: `called number`, `primary`.
    package func name(_ step: Step) -> String {
        switch step {
        case .called: language.said(en: "called number", nl: "gebeld nummer")
        case .diverted: language.said(en: "forwarded", nl: "doorgestuurd")
        case .caller: language.said(en: "caller", nl: "beller")
        case .refused: language.said(en: "refused", nl: "geweigerd")
        case .agreement: language.said(en: "agreement", nl: "overeenkomst")
        case .hours: language.said(en: "service hours", nl: "servicetijd")
        case .agent(_, let role, _, _): ReasonWords(language).text(role.rawValue)
        case .decided: language.said(en: "decision", nl: "besluit")
        }
    }

    /// What a step found.
    ///
    /// - Parameter showsWhy: Whether the reader may know why an agent is away.
    package func found(_ step: Step, in table: RoutingTable, showsWhy: Bool) -> String {
        switch step {
        case .called(let party, _, let owner?):
            language.said(
                en: "\(words(party)) is the exclusive number of \(owner.client.name) alone",
                nl: "\(words(party)) is het exclusieve nummer van alleen \(owner.client.name)")
        case .called(let party, let isExclusive, nil):
            language.said(
                en: "\(words(party)) is \(isExclusive ? "an" : "no") exclusive number",
                nl: "\(words(party)) is \(isExclusive ? "een" : "geen") exclusief nummer")
        case .diverted(let party):
            language.said(
                en: "\(words(party)) forwarded the call, and counts as the caller",
                nl: "\(words(party)) heeft de oproep doorgestuurd, en telt als beller")
        case .caller(let party, let match, let countsAs): caller(party, match, countsAs)
        case .refused(let learned): refused(learned)
        case .agreement(let agreement, let term): self.agreement(agreement, term)
        case .hours(let level, let isOpen, let opens):
            isOpen
                ? language.said(en: "\(level) is in service", nl: "\(level) is binnen servicetijd")
                : language.said(
                    en: "\(level) is closed, \(opening(opens))", nl: "\(level) is gesloten, \(opening(opens))")
        case .agent(let agent, _, let availability, let remarks):
            language.said(
                en: "\(agent.name) on \(agent.phone) is \(words(availability, of: agent, showsWhy))",
                nl: "\(agent.name) op \(agent.phone) is \(words(availability, of: agent, showsWhy))")
                + self.remarks(remarks)
        case .decided(let decision): decided(decision, in: table)
        }
    }

    private func caller(_ party: Party, _ match: Step.Match?, _ countsAs: ClientEntry?) -> String {
        let who = words(party)
        guard let match else {
            let nobodys =
                if case .number = party {
                    language.said(en: "\(who) belongs to no client", nl: "\(who) is van geen enkele klant")
                } else {
                    language.said(en: "\(who) tells no client", nl: "\(who) zegt niet welke klant het is")
                }
            guard let name = countsAs?.client.name else { return nobodys }
            return nobodys + language.said(en: ", and counts as \(name)", nl: ", en telt als \(name)")
        }
        let client = match.client.client.name
        let text = match.written.text
        guard let contact = match.contact?.title else {
            return language.said(en: "\(who) is \(client), in `\(text)`", nl: "\(who) is \(client), in `\(text)`")
        }
        return language.said(
            en: "\(who) is \(contact) of \(client), mobile `\(text)`",
            nl: "\(who) is \(contact) van \(client), mobiel `\(text)`")
    }

    private func refused(_ learned: LearnedNumber) -> String {
        let when = time.time(clock.local(learned.enteredAt))
        return language.said(
            en: "\(learned.number) was refused by \(learned.enteredBy) on \(when)",
            nl: "\(learned.number) is geweigerd door \(learned.enteredBy) op \(when)")
    }

    private func agreement(_ agreement: Agreement, _ term: Term) -> String {
        func spoken(_ day: CalendarDay) -> String { day.spelled(in: language) }
        let title = agreement.title
        let from = spoken(agreement.start)
        let last = agreement.end.map(spoken)
        return switch term {
        case .notStarted: language.said(en: "\(title) starts on \(from)", nl: "\(title) gaat in op \(from)")
        case .inForce:
            language.said(
                en: "\(title) is in force from \(from)\(last.map { " until the end of \($0)" } ?? "")",
                nl: "\(title) geldt vanaf \(from)\(last.map { " tot en met \($0)" } ?? "")")
        case .ended:
            language.said(
                en: "\(title) ended after \(last ?? from)", nl: "\(title) is afgelopen na \(last ?? from)")
        }
    }

    private func decided(_ decision: Decision, in table: RoutingTable) -> String {
        let targets = decision.targets.map { target in
            let name =
                target.agent.flatMap { table.agent($0)?.agent.name } ?? ReasonWords(language).overflow
            return target.ring > 0 ? "\(target.phone) (\(name), \(target.ring) s)" : "\(target.phone) (\(name))"
        }
        let order =
            targets.isEmpty
            ? language.said(en: "the ordinary dial plan goes on", nl: "het gewone belplan gaat verder")
            : targets.joined(separator: language.said(en: ", then ", nl: ", dan "))
        let why = ReasonWords(language).sentence(action: decision.action.rawValue, reason: decision.reason.word)
        return "\(why): \(order)"
    }

    private func words(_ party: Party) -> String { PartyWords(language).party(party) }

    private func words(_ availability: Availability, of agent: Agent, _ showsWhy: Bool) -> String {
        if case .busy = availability, let (isAnswered, since) = call(agent.id) {
            return AvailabilityWords(language).call(isAnswered: isAnswered, since: time.short(clock.local(since)))
        }
        return AvailabilityWords(language).state(availability, showsWhy: showsWhy) { time.shortUntil(clock.local($0)) }
    }

    private func remarks(_ remarks: Step.Remarks) -> String {
        let pinned = remarks.pinned.map { file in
            language.said(en: ", and has case \(file.name)", nl: ", en heeft zaak \(file.name)")
        }
        let unreachable = remarks.unreachableUntil.map { end in
            let until = time.shortUntil(clock.local(end))
            return language.said(
                en: ", and comes last, since the phone cannot be reached \(until)",
                nl: ", en komt als laatste, want het toestel is niet bereikbaar \(until)")
        }
        return [pinned, remarks.wrapsUpUntil.map(wrappingUp), unreachable].compactMap(\.self).joined()
    }

    private func wrappingUp(until instant: Instant) -> String {
        let until = time.shortUntil(clock.local(instant))
        return language.said(
            en: ", and wraps up a call \(until)", nl: ", en rondt een gesprek af \(until)")
    }

    private func opening(_ opens: Instant?) -> String {
        guard let opens else {
            return language.said(en: "with no opening in sight", nl: "zonder opening in zicht")
        }
        return ReasonWords(language).opens(time.short(clock.local(opens)))
    }
}
