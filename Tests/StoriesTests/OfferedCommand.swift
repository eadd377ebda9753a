import ArgumentParser
import Time

@testable import majorctl

/// A command that an answer of majorctl's offers, to be typed or copied: what stands behind `: majorctl` or in backticks.
struct OfferedCommand {
    let words: [String]

    static func all(in line: String) -> [OfferedCommand] {
        [": majorctl ", "`majorctl "].flatMap { lead in
            line.ranges(of: lead).map { OfferedCommand(words: words(line[$0.upperBound...])) }
                .filter { !lead.hasPrefix("`") || !$0.isNamed }
        }
    }

    /// Whether it is the name of a command alone, of which is told what it does: it is not to be copied.
    private var isNamed: Bool {
        let groups = MajorctlCommand.configuration.subcommands.filter { !$0.configuration.subcommands.isEmpty }
        return words.count == (groups.contains { $0._commandName == words.first } ? 2 : 1)
    }

    /// Why it is wrong usage; nil where it can be typed as it stands, but for the words that it leaves to whoever types it.
    var wrong: String? {
        do {
            let command = try MajorctlCommand.parseAsRoot(words.map { $0 == "N" ? "1" : $0 })
            try (command as? any SessionCommand)?.check(.en)
            return nil
        } catch {
            return MajorctlCommand.exitCode(for: error).isSuccess ? nil : MajorctlCommand.message(for: error)
        }
    }

    /// As a shell takes them, to the end of the sentence.
    private static func words(_ text: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var (quote, isQuoted): (Character?, Bool) = (nil, false)
        func isEnd(_ index: Substring.Index) -> Bool {
            let next = text.index(after: index)
            return switch text[index] {
            case "`", ")", "…": true
            case ";", ",", ".": next == text.endIndex || text[next] == " "
            default: false
            }
        }
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, isQuoted) = (character, true)
            } else if isEnd(index) {
                break
            } else if character == " " {
                if !word.isEmpty || isQuoted { words.append(word) }
                (word, isQuoted) = ("", false)
            } else if character != "\\" {
                word.append(character)
            }
        }
        return word.isEmpty && !isQuoted ? words : words + [word]
    }
}
