import MajorAPI
import Time
import Wording

/// Numbers in words, and as lines for the files.
enum NumberText {
    static func lines(_ reply: NumbersAPI.Unknown.Reply, _ time: TimeWords) -> [String] {
        let words = NumberWords(time.language)
        guard !reply.callers.isEmpty else { return [words.noUnknown] }
        let lines = reply.callers.map { caller in
            let last = LocalDateTime(rfc3339: caller.last).map(time.short) ?? caller.last
            var line = "\(caller.number)  \(words.calls(caller.calls, last: last))"
            if let block = caller.block, let name = caller.clientName, let id = caller.client {
                line += "; \(words.near(block, of: name, id))"
            }
            return line
        }
        return lines + (reply.more ? [words.more] : [])
    }

    /// What a number is from now on, and was.
    static func lines(
        _ learned: NumbersAPI.Learned, before: NumbersAPI.Learned?, _ language: Language
    ) -> [String] {
        let words = NumberWords(language)
        let now =
            learned.refused
            ? words.isRefused(learned.number)
            : words.added(learned.number, client: learned.clientName ?? learned.client ?? "", contact: person(learned))
        return [now] + (before.map { [words.before(meaning($0, words))] } ?? [])
    }

    static func lines(_ reply: NumbersAPI.List.Reply, _ time: TimeWords) -> [String] {
        let words = NumberWords(time.language)
        guard !reply.numbers.isEmpty else { return [words.none] }
        return reply.numbers.flatMap { learned in
            let entered = words.entered(by: learned.enteredBy, at: time.time(learned.enteredAt))
            let line = "\(learned.number)  \(meaning(learned, words)) (\(entered))"
            return [line] + (idle(learned, words).map { ["  \($0)"] } ?? [])
        }
    }

    /// Below the names of clients, what to write into their files; what does nothing is left out.
    static func files(_ numbers: [NumbersAPI.Learned]) -> [String] {
        let counting = numbers.filter { $0.idle == nil }
        var lines: [String] = []
        var seen: Set<String> = []
        for client in counting.compactMap(\.client) where seen.insert(client).inserted {
            let own = counting.filter { $0.client == client }
            lines.append("# \(client): \(own.first?.clientName ?? client)")
            let (people, plain) = (own.filter { $0.contact != nil }, own.filter { $0.contact == nil })
            if !plain.isEmpty { lines += ["numbers:"] + plain.map { "  - \($0.number)" } }
            if !people.isEmpty { lines.append("contacts:") }
            for person in people {
                lines.append("  - name: \(quoted(person.contact ?? ""))")
                if let function = person.function { lines.append("    function: \(quoted(function))") }
                lines.append("    mobile: \(person.number)")
            }
        }
        return lines + counting.filter(\.refused).map { "# refused: \($0.number)" }
    }

    private static func meaning(_ learned: NumbersAPI.Learned, _ words: NumberWords) -> String {
        guard !learned.refused else { return words.refused }
        let client = learned.clientName ?? learned.client ?? ""
        return client + (person(learned).map { ": \($0)" } ?? "")
    }

    private static func person(_ learned: NumbersAPI.Learned) -> String? {
        learned.contact.map { name in learned.function.map { "\(name), \($0)" } ?? name }
    }

    private static func idle(_ learned: NumbersAPI.Learned, _ words: NumberWords) -> String? {
        switch learned.idle {
        case .contradicted: words.contradicted(at: learned.place ?? "")
        case .inFiles: words.inFiles(at: learned.place ?? "")
        case .unknownClient: words.unknownClient(learned.client ?? "")
        case .other(let word): word
        case nil: nil
        }
    }

    /// A text as YAML takes it whatever is in it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
