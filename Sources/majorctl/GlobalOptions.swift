import ArgumentParser
import Foundation
import MajorAPI
import Time
import Varlink
import Wording

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: "majord's control socket; else $MAJORD_SOCKET, else /run/majord/control.sock.")
    var socket: String?

    @Flag(help: "Print the answer as one line of JSON, for programs.")
    var json = false

    var socketPath: String {
        socket ?? ProcessInfo.processInfo.environment["MAJORD_SOCKET"] ?? "/run/majord/control.sock"
    }
}

extension GlobalOptions {
    /// The reader's language; what programs read is English wherever they run.
    var language: Language { json ? .en : ReaderLanguage.current }

    /// Reads moments; what cannot be read is wrong usage, and what makes no sense is refused as majord would refuse it.
    ///
    /// - Parameter wrong: What is said of what cannot be read, where it is not a day or a time.
    func reading<Value>(
        _ time: TimeWords, wrong: ((String) -> String)? = nil, _ body: () throws(MomentError) -> Value
    ) throws -> Value {
        do throws(MomentError) {
            return try body()
        } catch {
            if let wrong, case .unreadable(let text) = error { throw ValidationError(wrong(text)) }
            guard error.isRefusal else { throw ValidationError(time.text(error)) }
            throw refusal(time.text(error))
        }
    }

    /// What is refused before majord is asked, told as majord would tell it.
    func refusal(_ reason: String) -> any Error {
        let failure = Failure.refused(reason)
        guard json else { return failure }
        Daemon.printError(RosterAPI.Failure.invalidPeriod(RosterAPI.InvalidPeriod(reason: reason)).error)
        return failure.exitCode
    }
}

/// Whose availability a command changes.
struct AgentOption: ParsableArguments {
    @Option(help: "Another agent than yourself, by id; for managers.")
    var agent: String?
}
