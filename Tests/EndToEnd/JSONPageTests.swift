import Foundation
import Testing

extension EndToEnd {
    /// What `--json` prints, and what majorctl-json(5) says of it.
    @Suite("JSON for programs", .serialized)
    struct JSONPageTests {
        /// The names of an object's own members, in their order.
        static func members(of json: some StringProtocol) -> [String] {
            var names: [String] = []
            var (depth, isInside, isEscaped, text) = (0, false, false, "")
            for character in json {
                if isInside {
                    if isEscaped {
                        isEscaped = false
                    } else if character == "\\" {
                        isEscaped = true
                    } else if character == "\"" {
                        isInside = false
                    } else {
                        text.append(character)
                    }
                    continue
                }
                switch character {
                case "\"": (isInside, text) = (true, "")
                case "{", "[": depth += 1
                case "}", "]": depth -= 1
                case ":" where depth == 1: names.append(text)
                default: break
                }
            }
            return names
        }

        /// The members that the page names below a heading, in their order.
        private static func page(_ command: String) throws -> [String] {
            let file = Programs.repository.appending(path: "docs/man/majorctl-json.5")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            return lines.drop { $0 != ".Ss \(command)" }.dropFirst().prefix { !$0.hasPrefix(".S") }
                .filter { $0.hasPrefix(".It Li ") }.map { String($0.dropFirst(".It Li ".count)) }
        }

        @Test("each command prints the members that the page names, in the page's order")
        func order() throws {
            let office = try Office()
            try office.open()
            _ = try office.redisCLI("ANSWERED", "call-7", "2101")
            for (command, words) in [
                ("release", ["release", "joke"]), ("sick", ["sick", "--agent", "joke"]), ("status", ["status"]),
                ("status", ["status", "--clients"]), ("agents", ["agents"]), ("agents", ["status", "joke"]),
                ("clients", ["clients"]), ("clients", ["clients", "noord"]), ("clients", ["status", "noord"]),
                ("absences", ["absences"]), ("back", ["back", "--agent", "joke"]),
                ("pause", ["pause", "5m", "--agent", "joke"]), ("leave", ["leave", "2027-03-01", "--agent", "anna"]),
                ("cancel", ["cancel", "3"]), ("route", ["route", "0505550100"]),
                ("explain", ["explain", "0505550100"]),
                ("check", ["check"]), ("reload", ["reload"]), ("metrics", ["metrics"]), ("doctor", ["doctor"]),
                ("org.majord.Roster.UnknownAbsence", ["give", "99", "joke"]),
                ("org.majord.Roster.UnknownAgent", ["sick", "--agent", "jook"]),
                ("org.majord.Directory.UnknownClient", ["clients", "nord"]),
            ] {
                let ended = try Running(
                    Programs.majorctl, words + ["--json"], environment: ["MAJORD_SOCKET": office.controlSocket],
                    folder: office.folder
                ).ended()
                let line = try #require(ended.lines.first, "\(words): \(ended.errors)")
                var told = Self.members(of: line)
                if command.hasPrefix("org.") {
                    #expect(told == ["error", "parameters"])
                    told = Self.members(of: line.dropFirst().drop { $0 != "{" })
                }
                let page = try Self.page(command)
                #expect(!told.isEmpty && told == page.filter(told.contains), "\(words): \(told), the page has \(page)")
                #expect(Set(told).isSubset(of: page), "\(words): \(Set(told).subtracting(page)) is not on the page")
            }
        }
    }
}
