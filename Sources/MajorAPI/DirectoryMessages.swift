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
    }

    package struct Checked: Codable, Sendable, Equatable {
        package var findings: [Finding]

        package init(findings: [Finding]) {
            self.findings = findings
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
