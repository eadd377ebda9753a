import Foundation
import Glibc

/// A program that was started for an event, with all that it starts itself.
struct StartedProgram {
    struct Failure: Error {
        let text: String
    }

    enum End: Equatable {
        case status(Int32)
        case signal(Int32)

        var isWell: Bool { self == .status(0) }

        var text: String {
            switch self {
            case .status(let status): "exit status \(status)"
            case .signal(let number): "ended by signal \(number)"
            }
        }
    }

    private var processes: ProgramProcesses
    /// How the program itself has ended.
    private var ended: End?
    /// Whether all of it was asked to end, and may take its time yet.
    private var isAsked = false

    /// - Parameters:
    ///   - argument: Its only one.
    ///   - input: What it reads on standard input. It need not read it.
    init(_ path: String, argument: String, input: String) throws(Failure) {
        let file = try Self.file(with: input)
        defer { close(file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what hangs is ended with all that it has started; and none of the signals that are waited for here.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let mark = ProgramProcesses.newMark()
        var words = [strdup(path), strdup(argument), nil]
        var settings =
            ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [strdup(mark), nil]
        defer { for pointer in words + settings { free(pointer) } }
        var id = pid_t()
        let failure = posix_spawn(&id, path, &actions, &attributes, &words, &settings)
        guard failure == 0 else { throw Failure(text: String(cString: strerror(failure))) }
        processes = ProgramProcesses(first: id, mark: mark)
    }

    /// How it has ended; nil as long as it has not, or as what it has started may take its time to end, too.
    mutating func end() -> End? {
        var status: Int32 = 0
        if ended == nil, waitpid(processes.first, &status, WNOHANG) == processes.first {
            // As the macros of wait(2) have it.
            ended = status & 0x7f == 0 ? .status(status >> 8 & 0xff) : .signal(status & 0x7f)
        }
        guard let ended else { return nil }
        return isAsked && !processes.others(hasEnded: true).isEmpty ? nil : ended
    }

    /// Signals it and all that it has started.
    mutating func signal(_ number: Int32) {
        isAsked = number != SIGKILL
        processes.signal(number, hasEnded: ended != nil)
    }

    /// A pipe with all of the text in it, which waits there for the program.
    ///
    /// - Returns: Its end for reading.
    private static func file(with text: String) throws(Failure) -> CInt {
        let bytes = Array(text.utf8)
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure(text: String(cString: strerror(errno))) }
        defer { close(ends[1]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // F_SETPIPE_SZ: it has room for 64 KiB by itself.
        if bytes.count > 65_536 { _ = fcntl(ends[1], 1_031, CInt(clamping: bytes.count)) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        guard Glibc.write(ends[1], bytes, bytes.count) == bytes.count else {
            close(ends[0])
            throw Failure(text: "an event of \(bytes.count) bytes is too long")
        }
        return ends[0]
    }
}
