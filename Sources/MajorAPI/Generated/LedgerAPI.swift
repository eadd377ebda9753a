// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Ledger.varlink: change that, and run `make generate`.

package import Varlink

/// The ledger as a whole: copies of it, and what is forgotten before its time. For managers.
package enum LedgerAPI {
    package static let name = "org.majord.Ledger"

    /// [Requires 'more' flag] A copy of the ledger as it is at one instant, an SQLite database. First replies tell how much of it is made, then they
    /// have data in base64, one piece after the other, with how much was sent by then. The last reply has none: the copy was looked at for damage
    /// before its first piece was sent, and done is its whole size.
    package struct Backup: VarlinkRequest, Equatable {
        package static let method = "org.majord.Ledger.Backup"
        package static let parameters: Set<String> = []
        package static let needsMore = true
        package typealias Failure = LedgerAPI.Failure

        package init() {}

        package struct Reply: Codable, Sendable, Equatable {
            package var done: Int
            package var total: Int
            package var data: String?

            package init(
                done: Int,
                total: Int,
                data: String? = nil
            ) {
                self.done = done
                self.total = total
                self.data = data
            }
        }
    }

    /// Notes that somebody has looked at the ledgers that were damaged and set aside; majord counts as degraded until then. Names are those of their files since.
    package struct NoteSeen: VarlinkRequest, Equatable {
        package static let method = "org.majord.Ledger.NoteSeen"
        package static let parameters: Set<String> = []
        package typealias Failure = LedgerAPI.Failure

        package init() {}

        package struct Reply: Codable, Sendable, Equatable {
            package var names: [String]

            package init(
                names: [String]
            ) {
                self.names = names
            }
        }
    }

    /// The ledger cannot be read or written now, or is damaged; nothing has changed.
    package struct LedgerUnavailable: Codable, Sendable, Equatable {
        package var cause: String

        package init(
            cause: String
        ) {
            self.cause = cause
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// Somebody else has a copy made.
        case beingCopied
        /// The ledger cannot be read or written now, or is damaged; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Ledger.BeingCopied":
                self = .beingCopied
            case "org.majord.Ledger.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .beingCopied: "org.majord.Ledger.BeingCopied"
            case .ledgerUnavailable: "org.majord.Ledger.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
            case .beingCopied: JSONObject()
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some LedgerMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.ledger,
            methods: [
                "Backup": VarlinkMethod(methods.backup),
                "NoteSeen": VarlinkMethod(methods.noteSeen),
            ])
    }
}

/// What serves org.majord.Ledger: a function for each method.
package protocol LedgerMethods: Sendable {
    /// [Requires 'more' flag] A copy of the ledger as it is at one instant, an SQLite database. First replies tell how much of it is made, then they
    /// have data in base64, one piece after the other, with how much was sent by then. The last reply has none: the copy was looked at for damage
    /// before its first piece was sent, and done is its whole size.
    @Sendable func backup(
        _ request: LedgerAPI.Backup, _ caller: VarlinkCaller<LedgerAPI.Backup>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.Backup.Reply

    /// Notes that somebody has looked at the ledgers that were damaged and set aside; majord counts as degraded until then. Names are those of their files since.
    @Sendable func noteSeen(
        _ request: LedgerAPI.NoteSeen, _ caller: VarlinkCaller<LedgerAPI.NoteSeen>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.NoteSeen.Reply
}
