import ArgumentParser
import DirectoryFiles
import Glibc
import Records
import Routing
import Sockets
import Switchboard
import Systemd
import Time
import Wording

/// What keeps the daemon from starting, with the exit status of sysexits(3).
enum StartFailure: Error {
    case directory([Finding])
    case ledger(LedgerError)
    case passedSockets(PassedSocketError)
    case socket(path: String, SystemError)
    /// FastAGI cannot be had on the address of `--fastagi`; the holder is whoever listens there, where he can be found.
    case fastAGI(address: String, SystemError, holder: PortHolder?)
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
        case .ledger(.inUse), .ledger(.inUseAt): ExitCode(69)
        case .ledger(.newer), .ledger(.cannotConnect), .ledger(.isElsewhere): ExitCode(78)
        case .ledger(.unreadable), .ledger(.cannotRestore), .ledger(.unavailable), .ledger(.full), .ledger(.locked),
            .ledger(.foreign), .ledger(.undecided), .ledger(.kept), .ledger(.granted), .ledger(.overtaken),
            .ledger(.unknownAbsence),
            .ledger(.unknownDeputyship), .ledger(.unknownCase), .ledger(.unknownMissedCall), .ledger(.unknownCall),
            .ledger(.undecidable):
            ExitCode(74)
        case .ledger(.cannotOpen), .ledger(.link), .ledger(.noLock): ExitCode(73)
        case .passedSockets: ExitCode(78)
        case .socket(_, let error): ExitCode(error.code == EADDRINUSE ? 69 : 73)
        case .fastAGI(_, let error, _): ExitCode(error.code == EADDRINUSE ? 69 : 73)
        case .mistake: ExitCode(70)
        }
    }

    var lines: [String] {
        switch self {
        case .directory(let findings):
            [
                "The directory has \(counted(findings.count(of: .error), .error)) and none was kept, so majord does not start"
            ]
        case .ledger(let error): ["\(error)"]
        case .passedSockets(let error): [error.description]
        case .socket(let path, let error) where error.code == EADDRINUSE:
            ["Somebody listens on \(path) already; stop that majord, or give this one another --runtime"]
        case .socket(let path, let error):
            ["Cannot make the socket \(path): \(error); the folder must exist and be writable by majord"]
        case .fastAGI(let address, let error, let holder):
            ["FastAGI cannot listen on \(address) (--fastagi): \(Self.cause(error, holder))"]
        case .mistake(let text): ["A mistake in majord: \(text)"]
        }
    }

    /// Why there is no listening on the address of `--fastagi`, and the cure.
    private static func cause(_ error: SystemError, _ holder: PortHolder?) -> String {
        let another = "give --fastagi another port, and the dial plan the same"
        return switch error.code {
        case EADDRINUSE:
            "\(holder?.description ?? "another program") listens there already; stop that program, or \(another)"
        case EADDRNOTAVAIL: "this machine has no such address; 127.0.0.1 is for an Asterisk on this machine"
        case EACCES: "ports below 1024 are root's; \(another)"
        default: "\(error)"
        }
    }
}
