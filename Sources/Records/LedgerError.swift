/// Why the ledger could not do what it was asked.
package enum LedgerError: Error, Equatable, Sendable {
    /// The file cannot be opened or made.
    case cannotOpen(path: String, cause: String)
    /// There is a link in the ledger's place: what belongs to a ledger, its log and its lock, would be elsewhere than it.
    case link(path: String, target: String, isDangling: Bool)
    /// There is something in the place of the ledger's lock that cannot be locked.
    case noLock(path: String, cause: String)
    /// The file is damaged, or is no ledger.
    case unreadable(path: String, cause: String)
    /// A backup cannot be put back: it cannot be read, is damaged, or is none. Nothing was changed.
    case cannotRestore(path: String, cause: String)
    /// Another process has the ledger open, or has it locked; who, where that can be known.
    case inUse(path: String, holder: LockHolder? = nil)
    /// Another process has locked the ledger while this one has it open, as a shell of sqlite3 does in a transaction. Nothing was changed.
    case locked(LockHolder)
    /// There is no connection to a database to be had, and trying again does not help.
    case cannotConnect(database: String, cause: String)
    /// Another majord has the name of this site.
    case inUseAt(database: String, site: String)
    /// Nothing can be done with the ledger's file, since it has none: the records are in a database.
    case isElsewhere(database: String)
    /// A connection broke while a change was being committed, and nobody knows yet whether it was: the mark tells, once the database is back.
    case undecided(cause: String, mark: String)
    /// Somebody else has changed what this change was made of, since it was read last. Nothing was changed.
    case overtaken
    /// It waits on this machine for its database to be back.
    case kept(cause: String)
    /// What was kept on this machine is in the database already.
    case granted
    /// The ledger may be used by the oldest version that it names and by newer ones; this one is older. Where it names none, it knows
    /// migrations that this one does not.
    case newer(path: String, oldest: ReleaseVersion?, writtenBy: ReleaseVersion?, this: ReleaseVersion)
    /// Reading or writing failed: the disk is full, read-only, or broken. Nothing was changed.
    case unavailable(cause: String)
    /// The same for a disk that is full: the one of this folder.
    case full(folder: String)
    /// A row has what no majord writes: somebody else has changed the ledger.
    case foreign(cause: String)
    /// No absence has this number.
    case unknownAbsence(Int64)
    case unknownDeputyship(Int64)
    /// No open case has this number.
    case unknownCase(Int64)
    /// No call has this id.
    case unknownCall(String)
    /// No open missed call has this number.
    case unknownMissedCall(Int64)
    /// No request with this number waits to be decided.
    case undecidable(Int64)
}

extension LedgerError {
    /// Whether the ledger could not be read or written, for now, whatever it was asked.
    package var isOutage: Bool {
        switch self {
        case .unavailable, .full, .locked, .undecided, .kept: true
        default: false
        }
    }

    /// Whether what was to be changed may wait on this machine instead, with a number by which it is done once.
    package var mayBeKept: Bool {
        switch self {
        case .unavailable, .undecided: true
        default: false
        }
    }

    /// The folder on whose disk there is no room; nil where that is not why.
    package var fullFolder: String? {
        if case .full(let folder) = self { folder } else { nil }
    }

    /// - Parameter path: The ledger's, which cannot be opened for that.
    static func diskIsFull(_ path: String) -> LedgerError {
        .unavailable(cause: "the disk of \(path) is full, and nothing of it can be read without room: make some")
    }
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let cause):
            "cannot open the ledger \(path): \(cause); the folder must exist and be writable by majord"
        case .link(let path, let target, let isDangling):
            "the ledger \(path) is a link to \(target)\(isDangling ? ", which is not there" : ""): "
                + "move the ledger itself into the folder, or give --state the folder in which it is; "
                + "to begin with an empty one, remove the link"
        case .noLock(let path, let cause):
            "cannot lock the ledger: \(path) \(cause); remove it, and majord makes it anew"
        case .unreadable(let path, let cause):
            "cannot read the ledger \(path): \(cause); restore it from a backup, or move it away to begin with an empty one"
        case .cannotRestore(let path, let cause):
            "cannot restore \(path): \(cause); the ledger is as it was"
        case .inUse(let path, let holder?):
            "the ledger \(path) is locked by \(holder)"
        case .inUse(let path, nil):
            "the ledger \(path) is in use by another process; stop the other majord, or give this one another --state"
        case .cannotConnect(let database, let cause):
            "cannot open the ledger, \(database): \(cause)"
        case .inUseAt(let database, let site):
            "the ledger, \(database), is in use by another majord of the site \(site); stop that one first, or give this one another name in site"
        case .isElsewhere(let database):
            "the records are in \(database), and not in a file: its own tools copy and restore them, such as pg_dump and pg_restore"
        case .undecided(let cause, _):
            "the ledger cannot be used: \(cause); whether the last change was kept is not known until it can be: look before it is made again"
        case .overtaken:
            "somebody else has changed the same at the same time; try again"
        case .kept(let cause):
            "they are kept on this machine until the database can be used again: \(cause)"
        case .granted:
            "it is in the database already"
        case .newer(let path, let oldest?, let writtenBy?, let this):
            "the ledger \(path) was written by a newer majord, \(writtenBy), and needs \(oldest) at least; this is \(this): "
                + "install such a version again, or give another --state"
        case .newer(let path, _, _, let this):
            "the ledger \(path) was written by a newer majord, and this is \(this): install that version again, or give another --state"
        case .unavailable(let cause):
            "the ledger cannot be used: \(cause)"
        case .locked(let holder):
            "the ledger cannot be used: it is locked by \(holder)"
        case .full(let folder):
            "the ledger cannot be used: no space is left on \(folder); make room there"
        case .foreign(let cause):
            "the ledger has what majord did not write: \(cause); restore it from a backup, or mend the row with sqlite3 or psql"
        case .unknownAbsence(let id):
            "there is no absence \(id)"
        case .unknownDeputyship(let id):
            "there is no deputyship \(id)"
        case .unknownCase(let id):
            "there is no open case \(id)"
        case .unknownCall(let name):
            "there is no call \(name)"
        case .unknownMissedCall(let id):
            "there is no open missed call \(id)"
        case .undecidable(let id):
            "no request \(id) waits to be decided"
        }
    }
}
