import ArgumentParser
import Foundation
import Glibc
import MajorAPI
import Time
import Varlink
import Wording

struct Backup: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger into a file while majord runs.",
        discussion: """
            The copy is the ledger at one instant, was looked at for damage, and is readable by its owner alone. majord --restore puts it \
            back. For managers.
            """)

    /// How much less urgent it is than answering (nice(2)), as in majord.
    private static let niceness: Int32 = 10

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Flag(help: "Replace a file that is there.")
    var force = false

    func validate() throws {
        guard !file.isEmpty, file != "-" else {
            throw ValidationError("A backup goes into a file: name it, such as ./ledger.sqlite.")
        }
    }

    func run(_ session: Session) throws {
        // A gigabyte is taken down while calls are answered on the same machine.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        let words = LedgerWords(session.language)
        let target: BackupFile
        do throws(BackupFile.Failure) {
            target = try BackupFile(file, replaces: force)
        } catch {
            throw Self.failure(error, words)
        }
        var progress = WaitingDisplay()
        defer { progress.clear() }
        var (received, failure, isWhole): (Int, BackupFile.Failure?, Bool) = (0, nil, false)
        try session.daemon().follow(LedgerAPI.Backup()) { reply in
            progress.note(words.copying(reply.done, of: reply.total), at: .now)
            do throws(BackupFile.Failure) {
                try target.expect(reply.total)
            } catch {
                failure = error
                return false
            }
            guard let data = reply.data else {
                isWhole = received == reply.total
                return true
            }
            guard let bytes = Data(base64Encoded: data) else { return false }
            do throws(BackupFile.Failure) {
                try target.append(bytes)
                received += bytes.count
                return true
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw Self.failure(failure, words) }
        guard isWhole, received > 0 else { throw Failure.away(words.cutShort) }
        do throws(BackupFile.Failure) {
            try target.finish()
        } catch {
            throw Self.failure(error, words)
        }
        progress.clear()
        if session.options.json {
            session.printJSON(
                try JSONObject(of: LedgerAPI.Backup.Reply(done: received, total: received)),
                of: LedgerAPI.Backup.method)
        } else {
            session.print(words.copied(received, to: file))
        }
    }

    private static func failure(_ failure: BackupFile.Failure, _ words: LedgerWords) -> Failure {
        switch failure {
        case .isThere(let path): .refused(words.alreadyThere(path))
        case .cannotWrite(let path, let cause): .unwritable("cannot write \(path): \(cause)")
        case .noRoom(let path, let needed, let folder, let free):
            .unwritable(words.noRoom(for: path, needed: needed, in: folder, free: free))
        }
    }
}

struct Seen: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "seen",
        abstract: "Say that somebody has looked at a damaged ledger that was set aside.",
        discussion: "Until then majord counts as degraded. The file stays. For managers.")

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        try session.daemon().call(LedgerAPI.NoteSeen()) { reply in
            session.print(LedgerWords(session.language).seen(reply.names))
        }
    }
}
