import MajorAPI
import Time
import Wording

/// Which clients somebody looks for.
struct ClientsWish: Sendable {
    let text: String?
    let isMine: Bool
    let hasNobody: Bool
    let isEnding: Bool

    init(_ query: Form) {
        text = query["q"]
        isMine = query["mine"] != nil
        hasNobody = query["nobody"] != nil
        isEnding = query["ending"] != nil
    }

    /// What is said where there is none.
    func nothing(_ words: PageWords, endingWithin days: Int) -> String {
        switch (text != nil, isMine, hasNobody, isEnding) {
        case (true, false, false, false): words.label(.nothingFound)
        case (false, false, false, false): ForecastWords(words.language).noClients
        case (false, true, false, false): words.label(.noneMine)
        case (false, false, true, false): words.label(.allHaveSomebody)
        case (false, false, false, true): words.noneEnding(within: days)
        default: words.label(.noneOfThem)
        }
    }

    /// Where the text is explained as a calling number; nil where it can be none.
    var explanation: String? {
        guard let text, text.count(where: \.isNumber) >= 4 else { return nil }
        return "/clients?explain=1&q=\(text.addressPart)"
    }
}

/// All clients, with who answers now; found by name, place, number or contact as far as the reader may know those.
struct ClientsView {
    let context: PageContext
    let templates: Templates
    /// Whether no PBX asks, so that nobody knows who is on the phone.
    let isPBXSilent: Bool

    /// An agreement that ends within so many days is ending.
    private static let endingDays = 60

    /// - Parameter steps: Why a call from the number that was looked for goes where it goes; nil: nobody asked.
    func body(
        _ reply: DirectoryAPI.ListClients.Reply, _ missed: [CallsAPI.Missed], _ cases: [CasesAPI.Case],
        _ wish: ClientsWish, steps: [RoutingAPI.Step]? = nil
    ) -> String {
        let time = TimeWords(context.language, at: reply.now, in: reply.timeZone)
        let counts = Dictionary(grouping: missed, by: \.client).mapValues(\.count)
        let open = Dictionary(grouping: cases, by: \.client).mapValues(\.count)
        let found = reply.clients.filter { isMeant($0, wish, today: time.now.day) }
        let order = found.filter { $0.state == .uncovered } + found.filter { $0.state != .uncovered }
        return templates.text(
            "clients",
            [
                "say": context.say, "title": context.words.name(.clients), "text": wish.text ?? "",
                "isMine": wish.isMine, "hasNobody": wish.hasNobody, "isEnding": wish.isEnding,
                "isAgent": context.visitor.agent != nil, "isManager": context.visitor.isManager,
                "nothing": order.isEmpty && steps == nil
                    ? wish.nothing(context.words, endingWithin: Self.endingDays) : "",
                "steps": (steps ?? []).map { $0.values },
                "explain": order.isEmpty && steps == nil && context.visitor.isManager ? wish.explanation ?? "" : "",
                "clients": order.map { row($0, missed: counts[$0.id] ?? 0, cases: open[$0.id] ?? 0, time) },
            ])
    }

    private func isMeant(_ client: DirectoryAPI.Client, _ wish: ClientsWish, today: CalendarDay) -> Bool {
        if wish.isMine, !client.agents.contains(where: { $0.agent == context.visitor.agent }) { return false }
        if wish.hasNobody, client.state != .uncovered { return false }
        if wish.isEnding {
            guard let end = client.agreement?.end.flatMap({ CalendarDay(text: $0) }),
                end < today.advanced(by: Self.endingDays)
            else { return false }
        }
        return wish.text.map { ClientSearch($0).finds(client) } ?? true
    }

    private func row(
        _ client: DirectoryAPI.Client, missed: Int, cases: Int, _ time: TimeWords
    ) -> Templates.Values {
        let look = ClientLook(client, isPBXSilent: isPBXSilent, context)
        return [
            "name": client.name, "href": "/clients/\(client.id.addressPart)", "shape": look.shape.markup,
            "kind": look.shape.kind,
            "size": context.words.label(client.size == .large ? .large : .small),
            "pair": client.agentsByRole.filter { $0.role != .deputy }.map(\.agentName).joined(separator: " / "),
            "state": look.text,
            "opens": client.opens.map { context.words.from(time.compact($0)) } ?? "",
            "missed": missed > 0 ? "\(missed) \(context.words.label(.missed))" : "",
            "cases": cases > 0 ? context.words.cases(cases) : "",
        ]
    }
}

extension RoutingAPI.Step {
    var values: Templates.Values { ["name": name, "found": found.withQuotes] }
}
