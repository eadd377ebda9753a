/// What majord was asked, and how it was typed: what can be done about a refusal hangs on both.
struct Asked {
    /// Of the interface; nil where it is not known.
    var method: String?
    /// The words behind the program's name; none where nobody typed any.
    var words: [String] = []

    /// Methods that change nothing: where they are refused, nothing has to be said of that.
    private static let questions: Set = [
        "List", "Describe", "ListMissed", "Follow", "Told", "History", "ListRequests", "ListAbsences", "ListDeputies",
        "Unknown",
    ]

    /// Whether nothing was to be changed.
    var isQuestion: Bool { method?.split(separator: ".").last.map { Self.questions.contains(String($0)) } ?? false }

    /// The same command with more words, as a shell takes it: to be copied.
    ///
    /// - Parameters:
    ///   - name: The command, where nobody typed it.
    ///   - deputy: Who stands in, instead of whoever was named.
    func command(_ name: String, with options: [String] = [], deputy: String? = nil) -> String {
        guard !words.isEmpty else {
            return (["majorctl", name, "…"] + options + (deputy.map { ["--deputy", $0] } ?? [])).joined(separator: " ")
        }
        let kept = deputy == nil ? words : withoutDeputy
        let added = options.filter { !kept.contains($0) } + (deputy.map { ["--deputy", $0] } ?? [])
        // What stands behind `--` is no option.
        let end = kept.firstIndex(of: "--") ?? kept.endIndex
        let all = kept[..<end] + added + kept[end...]
        return (["majorctl"] + all.map(Self.quoted)).joined(separator: " ")
    }

    private var withoutDeputy: [String] {
        var kept: [String] = []
        var isName = false
        for word in words {
            if isName || word.hasPrefix("--deputy=") {
                isName = false
            } else if word == "--no-deputy" {
                continue
            } else if word == "--deputy" {
                isName = true
            } else {
                kept.append(word)
            }
        }
        return kept
    }

    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_.,:/@=+%".utf8.contains(byte)
            }
        }
        return plain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
    }
}
