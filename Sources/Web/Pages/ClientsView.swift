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
}

/// All clients, with who answers now; found by name, number or contact as far as the reader may know those.
struct ClientsView {
    let context: PageContext
    let templates: Templates

    /// An agreement that ends within so many days is ending.
    private static let endingDays = 60

    func body(_ reply: DirectoryAPI.ListClients.Reply, _ missed: [CallsAPI.Missed], _ wish: ClientsWish) -> String {
        let time = TimeWords(context.language, at: reply.now, in: reply.timeZone)
        let counts = Dictionary(grouping: missed, by: \.client).mapValues(\.count)
        let found = reply.clients.filter { isMeant($0, wish, today: time.now.day) }
        let order = found.filter { $0.state == .uncovered } + found.filter { $0.state != .uncovered }
        return templates.text(
            "clients",
            [
                "say": context.say, "title": context.words.name(.clients), "text": wish.text ?? "",
                "isMine": wish.isMine, "hasNobody": wish.hasNobody, "isEnding": wish.isEnding,
                "isAgent": context.visitor.agent != nil, "isManager": context.visitor.isManager,
                "isEmpty": order.isEmpty, "clients": order.map { row($0, counts[$0.id] ?? 0, time) },
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
        guard let text = wish.text?.lowercased() else { return true }
        let digits = text.filter(\.isNumber)
        let people = (client.contacts ?? []).flatMap { [$0.name, $0.email ?? "", $0.function ?? ""] }
        let numbers = (client.numbers ?? []) + (client.contacts ?? []).compactMap(\.mobile)
        let national = digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
        return ([client.id, client.name] + people).contains { $0.lowercased().contains(text) }
            || national.count >= 4 && numbers.contains { $0.filter(\.isNumber).contains(national) }
    }

    private func row(_ client: DirectoryAPI.Client, _ missed: Int, _ time: TimeWords) -> Templates.Values {
        let answering = client.agents.first { $0.agent == client.answering }
        let shape: Shape =
            client.state == .uncovered ? .nobody : client.state == .covered ? .available : .offHours
        let state =
            answering.map { $0.agentName }
            ?? (client.state == .uncovered
                ? context.words.label(.nobody) : CoverageWords(context.language).state(word: client.state.word))
        return [
            "name": client.name, "href": "/clients/\(client.id.addressPart)", "shape": shape.markup, "kind": shape.kind,
            "size": context.words.label(client.size == .large ? .large : .small),
            "pair": client.agents.filter { $0.role != .deputy }.map(\.agentName).joined(separator: " / "),
            "state": state,
            "opens": client.opens.map { context.words.from(time.shortStart($0)) } ?? "",
            "missed": missed > 0 ? "\(missed) \(context.words.label(.missed))" : "",
        ]
    }
}
