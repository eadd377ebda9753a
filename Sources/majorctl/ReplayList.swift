import MajorAPI
import Time
import Wording

/// Calls that would go elsewhere, put together by client, where they went and where they would go: of each such group the first few in full,
/// and how many there are.
struct ReplayList {
    private static let shown = 3
    private static let groupsShown = 200

    private struct Key: Hashable {
        let client: String
        let was: String
        let would: String
    }

    private struct Group {
        var calls: [DirectoryAPI.MovedCall] = []
        var count = 0
        var last: String?
    }

    private var groups: [Key: Group] = [:]
    private var order: [Key] = []

    mutating func add(_ call: DirectoryAPI.MovedCall) {
        let key = Key(
            client: call.was.clientName ?? call.would.clientName ?? "", was: Self.first(call.was, call.first),
            would: Self.first(call.would, call.first))
        if groups[key] == nil { order.append(key) }
        groups[key, default: Group()].count += 1
        groups[key]?.last = call.at
        if groups[key]?.calls.count ?? 0 < Self.shown { groups[key]?.calls.append(call) }
    }

    func lines(_ time: TimeWords, _ style: Style) -> [String] {
        let words = ReplayWords(time.language)
        var lines: [String] = []
        for key in order.prefix(Self.groupsShown) {
            guard let group = groups[key], let first = group.calls.first else { continue }
            let client = key.client.isEmpty ? words.noClient : key.client
            lines.append(
                style.bold(client) + ": "
                    + words.move(from: way(first.was, first.first, time), to: way(first.would, first.first, time))
                    + ", " + words.calls(group.count))
            for call in group.calls { lines.append("  " + self.line(call, time)) }
            if group.count > group.calls.count, let last = group.last {
                lines.append("  " + words.more(group.count - group.calls.count, until: moment(last, time)))
            }
        }
        if order.count > Self.groupsShown { lines.append(words.moreGroups(order.count - Self.groupsShown)) }
        return lines
    }

    /// `Mon 2 Mar 10:00  call-1  Karin Smit (+31612345678)  Joke de Vries (primary): away until 12:00`
    private func line(_ call: DirectoryAPI.MovedCall, _ time: TimeWords) -> String {
        let words = CallRecordWords(time.language)
        let caller = [call.contact, call.caller].compactMap(\.self)
        let who = caller.isEmpty ? nil : caller.count == 2 ? "\(caller[0]) (\(caller[1]))" : caller[0]
        // Those before the one who would get it, and why.
        let target = call.would.targets.first?.agent
        let passed = call.considered.prefix { $0.agent != target || $0.passedOver != nil }.map {
            words.considered(
                $0.agentName, $0.role, $0.passedOver, until: $0.until.map { time.shortUntil($0) },
                behind: $0.behind ?? []
            )
        }
        let before = call.was.targets.first { $0.agent != nil }
        let isGone = before.map { one in !call.considered.contains { $0.agent == one.agent } } ?? false
        let gone =
            isGone && call.would.client != nil
            ? before.map { ReplayWords(time.language).noCandidate($0.agentName ?? $0.agent ?? "") } : nil
        let why = passed + [gone].compactMap(\.self)
        return
            ([moment(call.at, time), call.call.isEmpty ? call.decision : call.call] + [who].compactMap(\.self)
            + [why.joined(separator: "; ")].filter { !$0.isEmpty }).joined(separator: "  ")
    }

    private func moment(_ text: String, _ time: TimeWords) -> String {
        LocalDateTime(rfc3339: text).map(time.short) ?? text
    }

    private func way(_ way: DirectoryAPI.Way, _ isFirst: Bool, _ time: TimeWords) -> String {
        let words = ReasonWords(time.language)
        func named(_ phone: DirectoryAPI.Phone) -> String {
            guard let agent = phone.agentName ?? phone.agent else { return "\(words.overflow) \(phone.extension)" }
            return "\(agent) (\(words.role(phone.role)))"
        }
        guard way.action == .dial, let first = way.targets.first else {
            let phone = way.targets.first.map { " \($0.extension)" } ?? ""
            return "\(words.text(way.action.word))\(phone) (\(words.text(way.reason)))"
        }
        return isFirst ? named(first) : way.targets.map(named).joined(separator: ", ")
    }

    private static func first(_ way: DirectoryAPI.Way, _ isFirst: Bool) -> String {
        guard way.action == .dial else {
            return "\(way.action.word) \(way.reason) \(way.targets.first?.extension ?? "")"
        }
        return way.targets.prefix(isFirst ? 1 : way.targets.count).map { "\($0.agent ?? $0.extension) \($0.role)" }
            .joined(separator: ",")
    }
}
