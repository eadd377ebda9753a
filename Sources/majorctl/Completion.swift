import ArgumentParser
import MajorAPI
import Sheets
import Varlink

/// What a shell may complete a word with, from the daemon that runs. Whoever asks is told no more than he may see: majord decides that. Without
/// an answer at once there is nothing, and nothing is said of it.
enum Completion {
    /// A person waits at the prompt.
    static let patience: Duration = .milliseconds(400)

    static let agents = CompletionKind.custom { words, _, _ in agentIDs(asking(words)) }
    static let clients = CompletionKind.custom { words, _, _ in clientIDs(asking(words)) }
    static let either = CompletionKind.custom { words, _, _ in
        let daemon = asking(words)
        return agentIDs(daemon) + clientIDs(daemon)
    }
    /// Those that whoever asks may end: why somebody is away is told to himself and managers.
    static let absences = CompletionKind.custom { words, _, _ in
        absenceNumbers(asking(words)) { $0.enteredBy != nil }
    }
    static let orphans = CompletionKind.custom { words, _, _ in
        absenceNumbers(asking(words)) { $0.orphan == true }
    }
    /// The requests that wait, which alone can be decided.
    static let requests = CompletionKind.custom { words, _, _ in
        answer(asking(words), RosterAPI.ListRequests()).map { reply in
            reply.requests.filter { $0.state == .waiting }.map(\.absence.id).filter(isPlain)
        } ?? []
    }
    /// The deputyships that whoever asks may end.
    static let deputyships = CompletionKind.custom { words, _, _ in
        answer(asking(words), RosterAPI.ListDeputies()).map { reply in
            reply.deputyships.filter(PlanningText.mayCancel).map(\.id).filter(isPlain)
        } ?? []
    }
    /// The open cases, by number and by reference; a number that another case has as its reference is that one's.
    static let cases = CompletionKind.custom { words, _, _ in
        let files = openCases(asking(words))
        let references = files.compactMap(\.reference)
        return (files.map(\.case).filter { !references.contains($0) } + references).filter(isPlain)
    }
    static let references = CompletionKind.custom { words, _, _ in
        openCases(asking(words)).compactMap(\.reference).filter(isPlain)
    }
    /// The missed calls that are open.
    static let missed = CompletionKind.custom { words, _, _ in
        answer(asking(words), CallsAPI.ListMissed()).map { $0.missed.map(\.missed).filter(isPlain) } ?? []
    }
    static let moments = CompletionKind.list(days)
    /// Days, and the words that make something else of `leave`, with what follows them.
    static let leave = CompletionKind.custom { words, index, _ in
        let before = plain(words, before: index)
        guard !before.isEmpty else { return days + LeaveForm.allCases.compactMap(\.word) }
        switch LeaveForm(before) {
        case .plan: return days
        case .read: return before.count == 1 ? FileNames.beginning(with: typed(words, at: index)) : []
        case .address: return []
        }
    }
    private static let days = [
        "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The words behind a command's name and before the one that is typed, without options and their values.
    private static func plain(_ words: [String], before index: Int) -> [String] {
        let flags: Set = ["--json", "--request", "--yes", "--dry-run", "--all"]
        var plain: [String] = []
        var isValue = false
        for word in words.prefix(max(index, 0)).dropFirst(2) {
            if word.hasPrefix("--") {
                isValue = !word.contains("=") && !flags.contains(word)
            } else if isValue {
                isValue = false
            } else {
                plain.append(word)
            }
        }
        return plain
    }

    private static func typed(_ words: [String], at index: Int) -> String {
        words.indices.contains(index) ? words[index] : ""
    }

    private static func agentIDs(_ daemon: VarlinkClient?) -> [String] {
        answer(daemon, DirectoryAPI.ListAgents()).map { $0.agents.map(\.id).filter(isPlain) } ?? []
    }

    private static func clientIDs(_ daemon: VarlinkClient?) -> [String] {
        answer(daemon, DirectoryAPI.ListClients()).map { $0.clients.map(\.id).filter(isPlain) } ?? []
    }

    private static func absenceNumbers(_ daemon: VarlinkClient?, _ isMeant: (RosterAPI.Absence) -> Bool) -> [String] {
        answer(daemon, RosterAPI.ListAbsences()).map { $0.absences.filter(isMeant).map(\.id).filter(isPlain) } ?? []
    }

    private static func openCases(_ daemon: VarlinkClient?) -> [CasesAPI.Case] {
        answer(daemon, CasesAPI.List())?.cases ?? []
    }

    private static func answer<Request: VarlinkRequest>(_ daemon: VarlinkClient?, _ request: Request) -> Request.Reply?
    {
        (try? daemon?.call(Request.method, request))?.told()
    }

    private static func asking(_ words: [String]) -> VarlinkClient? {
        try? VarlinkClient(path: GlobalOptions.socketPath(named(in: words)), timeout: patience)
    }

    /// The socket that the line names, as far as it can be told from words with their quotes.
    static func named(in words: [String]) -> String? {
        func plain(_ word: some StringProtocol) -> String { String(word.filter { !"\"'\\".contains($0) }) }
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--socket=") { return plain(word.dropFirst("--socket=".count)) }
            if word == "--socket", index + 1 < words.count { return plain(words[index + 1]) }
        }
        return nil
    }

    /// Whether a shell takes a word as it stands: bash expands what it is given to choose from.
    static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && !word.hasPrefix("#")
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: "#"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }
}
