/// The messages of `org.majord.Directory`; what they mean stands in its interface definition.
package enum DirectoryAPI {
    package static let interface = "org.majord.Directory"
    package static let reload = "org.majord.Directory.Reload"
    package static let check = "org.majord.Directory.Check"
    package static let refused = "org.majord.Directory.Refused"

    package struct Finding: Codable, Sendable, Equatable {
        package var file: String
        package var line: Int
        package var column: Int
        package var severity: String
        package var text: String

        package init(file: String, line: Int, column: Int, severity: String, text: String) {
            self.file = file
            self.line = line
            self.column = column
            self.severity = severity
            self.text = text
        }

        package var isError: Bool { severity == "error" }
    }

    package struct Changes: Codable, Sendable, Equatable {
        package var added: [String]
        package var changed: [String]
        package var removed: [String]

        package init(added: [String], changed: [String], removed: [String]) {
            self.added = added
            self.changed = changed
            self.removed = removed
        }

        static let none = Changes(added: [], changed: [], removed: [])
    }

    package struct Progress: Codable, Sendable, Equatable {
        package var phase: String
        package var filesRead: Int
        package var files: Int?

        package init(phase: String, filesRead: Int, files: Int?) {
            self.phase = phase
            self.filesRead = filesRead
            self.files = files
        }

        private enum CodingKeys: String, CodingKey {
            case phase, files
            case filesRead = "files_read"
        }
    }

    package struct Reloaded: Codable, Sendable, Equatable {
        package var generation: UInt64
        package var summary: String
        package var clients: Changes
        package var agents: Changes
        package var numbers: Changes
        package var pairs: Changes
        package var settings: [String]
        package var warnings: [Finding]
        /// In a reply that others follow; all else is empty then.
        package var progress: Progress?

        package init(
            generation: UInt64, summary: String, clients: Changes, agents: Changes, numbers: Changes, pairs: Changes,
            settings: [String], warnings: [Finding]
        ) {
            self.generation = generation
            self.summary = summary
            self.clients = clients
            self.agents = agents
            self.numbers = numbers
            self.pairs = pairs
            self.settings = settings
            self.warnings = warnings
        }

        package init(progress: Progress) {
            self.init(
                generation: 0, summary: "", clients: .none, agents: .none, numbers: .none, pairs: .none, settings: [],
                warnings: [])
            self.progress = progress
        }
    }

    package struct Checked: Codable, Sendable, Equatable {
        package var findings: [Finding]
        /// In a reply that others follow; there are no findings then.
        package var progress: Progress?

        package init(findings: [Finding]) {
            self.findings = findings
        }

        package init(progress: Progress) {
            findings = []
            self.progress = progress
        }
    }

    package struct Refused: Codable, Sendable, Equatable {
        package var generation: UInt64
        package var findings: [Finding]

        package init(generation: UInt64, findings: [Finding]) {
            self.generation = generation
            self.findings = findings
        }
    }
}
