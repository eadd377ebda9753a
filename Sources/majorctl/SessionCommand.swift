import ArgumentParser
import Time

/// A command that talks with majord and its reader by a session: on a terminal, or in process, as stories do.
protocol SessionCommand: ParsableCommand {
    var options: GlobalOptions { get }
    /// Looks whether words and options fit together.
    ///
    /// - Throws: `ValidationError`, in the reader's language, which the parser's own look has no way to know.
    func check(_ language: Language) throws
    func run(_ session: Session) throws
}

extension SessionCommand {
    func check(_ language: Language) throws {}

    /// Runs it as the process's own; a failure goes to stderr, with its exit status.
    func run() throws {
        do {
            try perform(Session(options))
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw failure.exitCode
        }
    }

    /// Runs it, where it was typed as it is to be.
    func perform(_ session: Session) throws {
        try check(session.language)
        try run(session)
    }
}
