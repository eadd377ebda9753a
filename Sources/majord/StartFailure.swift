import ArgumentParser
import DirectoryFiles
import Glibc
import Ledger
import Routing
import Switchboard
import Systemd
import Varlink

/// What keeps the daemon from starting, with the exit status of sysexits(3).
enum StartFailure: Error {
    case directory([Finding])
    case ledger(LedgerError)
    case passedSockets(PassedSocketError)
    case socket(path: String, SystemError)
    case mistake(String)

    init(_ error: StartError) {
        switch error {
        case .directory(let findings): self = .directory(findings)
        case .ledger(let cause): self = .ledger(cause)
        case .internal(let text): self = .mistake(text)
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .directory: ExitCode(78)
        case .ledger(.inUse): ExitCode(69)
        case .ledger(.newer): ExitCode(78)
        case .ledger(.unreadable), .ledger(.unavailable), .ledger(.foreign), .ledger(.unknownAbsence): ExitCode(74)
        case .ledger(.cannotOpen): ExitCode(73)
        case .passedSockets: ExitCode(78)
        case .socket(_, let error): ExitCode(error.code == EADDRINUSE ? 69 : 73)
        case .mistake: ExitCode(70)
        }
    }

    var lines: [String] {
        switch self {
        case .directory(let findings):
            [
                "The directory has \(counted(findings.count { $0.severity == .error }, "error")) and none was kept, so majord does not start"
            ]
        case .ledger(let error): ["\(error)"]
        case .passedSockets(let error): [error.description]
        case .socket(let path, let error) where error.code == EADDRINUSE:
            ["Somebody listens on \(path) already; stop that majord, or give this one another --runtime"]
        case .socket(let path, let error):
            ["Cannot make the socket \(path): \(error); the folder must exist and be writable by majord"]
        case .mistake(let text): ["A mistake in majord: \(text)"]
        }
    }
}
