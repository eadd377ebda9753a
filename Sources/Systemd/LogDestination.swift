package import Logging
import Terminal

/// Where a service's log goes.
package enum LogDestination: Sendable, Equatable {
    case journal
    case terminal(colored: Bool)

    /// The journal when stderr is connected to it, which `$JOURNAL_STREAM` says by naming stderr's device and inode
    /// (systemd.exec(5)); else stderr. A service manager's variable inherited by a shell does not match.
    package static func choose(
        environment: [String: String], standardError: FileIdentity?, isTerminal: Bool
    ) -> LogDestination {
        if let stream = environment["JOURNAL_STREAM"].flatMap(FileIdentity.init(journalStream:)),
            stream == standardError
        {
            return .journal
        }
        return .terminal(colored: Colors.areShown(environment: environment, isTerminal: isTerminal))
    }

    /// ``choose(environment:standardError:isTerminal:)`` for this process.
    package static func current(environment: [String: String]) -> LogDestination {
        choose(environment: environment, standardError: StandardError.file, isTerminal: StandardError.isTerminal)
    }

    /// What `LoggingSystem.bootstrap` takes. Each logger begins at `level`.
    ///
    /// - Parameters:
    ///   - identifier: `SYSLOG_IDENTIFIER=` of journal entries.
    ///   - fieldPrefix: what the names of journal fields for metadata begin with, for example `MAJORD`.
    package func handlerFactory(
        identifier: String, fieldPrefix: String, level: Logger.Level = .info
    ) -> @Sendable (_ label: String) -> any LogHandler {
        switch self {
        case .journal:
            let journal = Journal(identifier: identifier)
            return { _ in
                JournalLogHandler(journal: journal, identifier: identifier, fieldPrefix: fieldPrefix, level: level)
            }
        case .terminal(let colored):
            return { _ in TerminalLogHandler(colored: colored, level: level) }
        }
    }
}
