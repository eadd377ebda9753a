import ArgumentParser

/// A command that talks with majord and its reader by a session: on a terminal, or in process, as stories do.
protocol SessionCommand: ParsableCommand {
    var options: GlobalOptions { get }
    func run(_ session: Session) throws
}

extension SessionCommand {
    /// Runs it as the process's own; a failure goes to stderr, with its exit status.
    func run() throws {
        do {
            try run(Session(options))
        } catch let failure as Failure {
            StandardError.print(failure.text)
            throw failure.exitCode
        }
    }
}
