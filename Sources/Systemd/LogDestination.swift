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

    /// What writes a message there. Making it and writing may block.
    ///
    /// - Parameters:
    ///   - identifier: `SYSLOG_IDENTIFIER=` of journal entries.
    ///   - fieldPrefix: what the names of journal fields for metadata begin with, for example `MAJORD`.
    package func writer(identifier: String, fieldPrefix: String) -> LogQueue.Writer {
        switch self {
        case .journal:
            JournalWriter(
                journal: Journal(identifier: identifier), identifier: identifier, fieldPrefix: fieldPrefix
            ).write
        case .terminal(let colored): TerminalWriter(colored: colored).write
        }
    }
}
