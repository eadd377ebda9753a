// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Directory.varlink: change that, and run `make generate`.

package import Varlink

/// Agents, clients and their numbers, as configured under /etc/majord.
package enum DirectoryAPI {
    package static let name = "org.majord.Directory"

    package struct Finding: Codable, Sendable, Equatable {
        package enum Severity: VarlinkWord {
            case error
            case warning
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "error": self = .error
                case "warning": self = .warning
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .error: "error"
                case .warning: "warning"
                case .other(let word): word
                }
            }
        }

        package var file: String
        package var line: Int
        package var column: Int
        package var severity: Severity
        package var text: String

        package init(
            file: String,
            line: Int,
            column: Int,
            severity: Severity,
            text: String
        ) {
            self.file = file
            self.line = line
            self.column = column
            self.severity = severity
            self.text = text
        }
    }

    /// Identifiers that came, went, and stayed with other contents.
    package struct Changes: Codable, Sendable, Equatable {
        package var added: [String]
        package var changed: [String]
        package var removed: [String]

        package init(
            added: [String],
            changed: [String],
            removed: [String]
        ) {
            self.added = added
            self.changed = changed
            self.removed = removed
        }
    }

    /// How far the reading has come: another reload comes first, files are read, they are compared and compiled, they are kept for a start
    /// with broken files. Files is missing as long as nobody knows how many there are.
    package struct Progress: Codable, Sendable, Equatable {
        package enum Phase: VarlinkWord {
            case waiting
            case reading
            case checking
            case keeping
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "waiting": self = .waiting
                case "reading": self = .reading
                case "checking": self = .checking
                case "keeping": self = .keeping
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .waiting: "waiting"
                case .reading: "reading"
                case .checking: "checking"
                case .keeping: "keeping"
                case .other(let word): word
                }
            }
        }

        package var phase: Phase
        package var filesRead: Int
        package var files: Int?

        package init(
            phase: Phase,
            filesRead: Int,
            files: Int? = nil
        ) {
            self.phase = phase
            self.filesRead = filesRead
            self.files = files
        }

        private enum CodingKeys: String, CodingKey {
            case phase
            case filesRead = "files_read"
            case files
        }
    }

    // Whoever calls these methods with `more` is told the progress once at once and then every second; all else is empty in such a reply.

    /// Reads the directory again: all of it is put into force, or nothing. Settings are the keys of majord.yaml with other values. Strict:
    /// warnings refuse it as errors do.
    package struct Reload: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.Reload"
        package static let parameters: Set<String> = ["strict"]
        package typealias Failure = DirectoryAPI.Failure

        package var strict: Bool?

        package init(
            strict: Bool? = nil
        ) {
            self.strict = strict
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var generation: Int
            package var summary: String
            package var clients: Changes
            package var agents: Changes
            package var numbers: Changes
            package var pairs: Changes
            package var settings: [String]
            package var warnings: [Finding]
            package var progress: Progress?

            package init(
                generation: Int,
                summary: String,
                clients: Changes,
                agents: Changes,
                numbers: Changes,
                pairs: Changes,
                settings: [String],
                warnings: [Finding],
                progress: Progress? = nil
            ) {
                self.generation = generation
                self.summary = summary
                self.clients = clients
                self.agents = agents
                self.numbers = numbers
                self.pairs = pairs
                self.settings = settings
                self.warnings = warnings
                self.progress = progress
            }
        }
    }

    /// Reads the directory as a reload would, and changes nothing.
    package struct Check: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.Check"
        package static let parameters: Set<String> = []
        package typealias Failure = DirectoryAPI.Failure

        package init() {}

        package struct Reply: Codable, Sendable, Equatable {
            package var findings: [Finding]
            package var progress: Progress?

            package init(
                findings: [Finding],
                progress: Progress? = nil
            ) {
                self.findings = findings
                self.progress = progress
            }
        }
    }

    /// The directory has errors; the one of this generation stays in force.
    package struct Refused: Codable, Sendable, Equatable {
        package var generation: Int
        package var findings: [Finding]

        package init(
            generation: Int,
            findings: [Finding]
        ) {
            self.generation = generation
            self.findings = findings
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// The directory has errors; the one of this generation stays in force.
        case refused(Refused)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Directory.Refused":
                self = error.parameters.told().map(Self.refused) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .refused: "org.majord.Directory.Refused"
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
            case .refused(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some DirectoryMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.directory,
            methods: [
                "Reload": VarlinkMethod(methods.reload),
                "Check": VarlinkMethod(methods.check),
            ])
    }
}

/// What serves org.majord.Directory: a function for each method.
package protocol DirectoryMethods: Sendable {
    /// Reads the directory again: all of it is put into force, or nothing. Settings are the keys of majord.yaml with other values. Strict:
    /// warnings refuse it as errors do.
    @Sendable func reload(
        _ request: DirectoryAPI.Reload, _ caller: VarlinkCaller<DirectoryAPI.Reload>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Reload.Reply

    /// Reads the directory as a reload would, and changes nothing.
    @Sendable func check(
        _ request: DirectoryAPI.Check, _ caller: VarlinkCaller<DirectoryAPI.Check>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Check.Reply
}
