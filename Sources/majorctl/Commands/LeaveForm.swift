import ArgumentParser
import Time
import Wording

/// What `majorctl leave` does, as its first word says: planning leave has no word of its own.
///
/// It is one command: as a group with a command inside, shells would complete and help would tell the group's names alone.
enum LeaveForm: String, CaseIterable {
    case plan = "leave"
    case read = "leave import"
    case address = "leave address"

    /// The form that the words behind `leave` name.
    init(_ words: [String]) {
        self = Self.allCases.first { $0.word != nil && $0.word == words.first } ?? .plan
    }

    /// Its word, such as `import`.
    var word: String? {
        switch self {
        case .plan: nil
        case .read: "import"
        case .address: "address"
        }
    }

    /// The options that it has beside those of every command.
    var options: [String] {
        switch self {
        case .plan: ["--agent", "--note", "--deputy", "--request", "--override", "--dry-run", "--yes"]
        case .read: ["--agent", "--source", "--dry-run", "--all", "--follow"]
        case .address: ["--agent"]
        }
    }

    /// How it is typed.
    var usage: String {
        switch self {
        case .plan:
            "majorctl leave FROM [UNTIL] [--note NOTE] [--agent AGENT] [--deputy AGENT] [--request] [--override REASON] [--dry-run] [--yes]"
        case .read:
            "majorctl leave import FILE|- --source SOURCE [--agent AGENT] [--dry-run] [--all] [--follow ABSENCE]"
        case .address: "majorctl leave address [--agent AGENT]"
        }
    }

    /// Wrong usage, when an option is another form's.
    ///
    /// - Parameter given: The options that were named.
    func check(_ given: [String], _ language: Language) throws {
        guard let option = given.first(where: { !options.contains($0) }) else { return }
        throw ValidationError(UsageWords(language).notTaken(option, by: rawValue))
    }
}
