import Foundation
import Glibc

/// A program that runs; it is killed when nobody holds it any more.
///
/// Spawned without Foundation's `Process`, whose news of a program's end depend on run loops.
final class Running {
    let id: pid_t
    private let name: String
    private let output: String
    private let errors: String
    private var status: Int32?

    /// - Parameters:
    ///   - program: A path, or a name to be looked up.
    ///   - folder: Where its output is kept.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:], folder: URL) throws {
        let base = folder.appending(path: UUID().uuidString).path
        name = ([program] + arguments).joined(separator: " ")
        output = base + ".out"
        errors = base + ".err"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        // The test's threads block signals, which a program must not inherit: nobody could end it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var settings = variables.map { strdup($0) } + [nil]
        defer { for pointer in words + settings { free(pointer) } }
        var id = pid_t()
        let failure = posix_spawnp(&id, program, &actions, &attributes, &words, &settings)
        guard failure == 0 else {
            throw Overdue(what: "cannot start \(program): \(String(cString: strerror(failure)))")
        }
        self.id = id
    }

    deinit {
        if isRunning {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
    }

    var outputText: String { Self.text(output) }
    var errorText: String { Self.text(errors) }

    var isRunning: Bool {
        if status != nil { return false }
        var ended: Int32 = 0
        guard waitpid(id, &ended, WNOHANG) == id else { return true }
        noteEnd(ended)
        return false
    }

    /// Sends a signal. A program that is to stop has stopped when this returns: it would still answer while the signal is on its way.
    func signal(_ number: Int32) {
        guard isRunning else { return }
        kill(id, number)
        guard number == SIGSTOP else { return }
        var change: Int32 = 0
        if waitpid(id, &change, WUNTRACED) == id, change & 0xff != 0x7f { noteEnd(change) }
    }

    private func noteEnd(_ ended: Int32) {
        // As shells do: the exit status, or 128 and the signal that ended it.
        status = ended & 0x7f == 0 ? (ended >> 8) & 0xff : 128 + ended & 0x7f
    }

    /// Waits for its end; one that takes longer is killed and counts as failed.
    func ended(within limit: Duration = .seconds(60)) throws -> Ended {
        let deadline = ContinuousClock.now + limit
        while isRunning {
            guard ContinuousClock.now < deadline else {
                signal(SIGKILL)
                throw Overdue(what: "`\(name)` did not end within \(limit): \(errorText)")
            }
            usleep(1_000)
        }
        return Ended(status: status ?? -1, output: outputText, errors: errorText)
    }

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
