import ArgumentParser
import Foundation
import Glibc
import MajorAPI
import Sheets
import ShownText
import Time
import Varlink
import Wording

/// What a command has around it: the way to majord, and whoever reads what it says.
struct Session {
    let options: GlobalOptions
    /// The reader's language; what programs read is English wherever they run.
    let language: Language
    /// Whether somebody has chosen it.
    let isLanguageChosen: Bool
    let style: Style
    /// What the reader's terminal can show.
    let terminal: ReaderTerminal
    /// Whether there is a person at a terminal who can be asked back.
    let isInteractive: Bool
    /// Whether what is shown can be drawn again in its place.
    let redraws: Bool
    /// What was typed behind the program's name.
    let words: [String]
    private let write: (String) -> Void
    private let connect: () throws(VarlinkClientError) -> any DaemonChannel

    /// - Parameters:
    ///   - language: The reader's.
    ///   - write: Takes what is printed, with its line's end.
    init(
        _ options: GlobalOptions, language: Language, isLanguageChosen: Bool = true, style: Style,
        terminal: ReaderTerminal = ReaderTerminal(), isInteractive: Bool, redraws: Bool = false,
        words: [String] = [], write: @escaping (String) -> Void,
        connect: @escaping () throws(VarlinkClientError) -> any DaemonChannel
    ) {
        self.words = words
        self.options = options
        self.language = options.json ? .en : language
        self.isLanguageChosen = isLanguageChosen
        self.style = style
        self.terminal = terminal
        self.isInteractive = isInteractive && !options.json
        self.redraws = redraws && !options.json
        self.write = write
        self.connect = connect
    }

    /// That of the process.
    init(_ options: GlobalOptions) {
        self.init(
            options, language: ReaderLanguage.current,
            isLanguageChosen: ReaderLanguage.isChosen(ProcessInfo.processInfo.environment), style: .standardOutput,
            terminal: .standardOutput,
            isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1,
            redraws: isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb",
            words: Array(CommandLine.arguments.dropFirst()), write: { Swift.print($0, terminator: "") }
        ) { () throws(VarlinkClientError) in
            // A calendar is longer than other calls.
            try VarlinkClient(
                path: options.socketPath, timeout: Daemon.patience, callLength: FrameDecoder.longCallLimit)
        }
    }

    /// One that says nothing: for what a command asks for its own sake.
    var silent: Session {
        var options = options
        options.json = false
        return Session(options, language: .en, style: style, isInteractive: false, write: { _ in }, connect: connect)
    }

    /// - Throws: When it is not there.
    func daemon() throws -> Daemon {
        do {
            return Daemon(try connect(), self)
        } catch {
            throw Daemon.away(error, language)
        }
    }

    func print(_ line: String, terminator: String = "\n") {
        write(line + terminator)
    }

    /// Prints a line of a list, cut where the terminal ends; what goes to a file or a program is whole.
    func printLine(_ line: String) {
        print(terminal.columns.map { line.displayWidth > $0 ? line.fitted(to: $0) : line } ?? line)
    }

    func print(_ lines: [String]) {
        for line in lines { print(line) }
    }

    /// A method's answer as one line of JSON.
    func printJSON(_ answer: JSONObject, of method: String) {
        print(Printable.json(MessageOrder.answer(answer, to: method)))
    }

    /// A part of a method's answer as one line of JSON.
    ///
    /// - Parameter type: Its name in the interface.
    func printJSON(_ part: JSONObject, as type: String, of method: String) {
        print(Printable.json(MessageOrder.text(of: part, type, in: method)))
    }

    /// An error as one line of JSON.
    func printError(_ error: VarlinkError) {
        print(Printable.json(MessageOrder.error(error)))
    }

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
        guard options.json else { return failure }
        printError(RosterAPI.Failure.invalidPeriod(RosterAPI.InvalidPeriod(reason: reason)).error)
        return failure.exitCode
    }
}
