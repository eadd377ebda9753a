/// What a PBX can ask, report and wish. This is the one table of it: RESP, FastAGI and `majorctl agi` are ways to carry it.
///
/// To add a command: a case here with its row, what it becomes in `PBXRequest`, and its place in docs/pbx-protocol.md.
package enum PBXCommand: String, CaseIterable, Sendable {
    case route, `extension`, next
    case ringing, answered, up, released, ended, called
    case phone
    case agent, `case`

    /// What is done with a command, and so what its answer is.
    package enum Kind: Sendable {
        /// Somebody is to be dialled by the answer, which is a decision.
        case question
        /// What became of a call; the answer is that it is accepted.
        case report
        /// What an agent wishes from his desk phone; the answer is a sentence and a word.
        case wish
    }

    package var kind: Kind {
        switch self {
        case .route, .extension, .next: .question
        case .ringing, .answered, .up, .released, .ended, .called, .phone: .report
        case .agent, .case: .wish
        }
    }

    /// The arguments behind the command's name, in their order.
    package var arguments: [PBXArgument] {
        switch self {
        case .route, .extension: [.caller, .called, .callID, .diverter]
        case .next: [.callID, .status, .triedPhone]
        case .ringing, .answered, .released: [.callID, .phone, .secondsAgo]
        case .up: [.callID, .secondsAgo]
        case .ended: [.callID, .ending, .secondsAgo]
        case .called: [.callID, .phone, .dialled, .secondsAgo]
        case .phone: [.phone, .reachability, .secondsAgo]
        case .agent: [.ownPhone, .wish, .duration]
        case .case: [.ownPhone, .caseWish, .reference]
        }
    }

    /// `ringing <call-id> <extension>`
    package var usage: String {
        ([rawValue] + arguments.map(\.placeholder)).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// How many arguments it takes.
    package var argumentCount: ClosedRange<Int> {
        // As `arguments` says; a switch, since every call asks.
        switch self {
        case .route, .extension: 3...4
        case .next, .agent, .case, .ringing, .answered, .released, .ended, .phone: 2...3
        case .up: 1...2
        case .called: 3...4
        }
    }

    /// The command with this name, in any case.
    package init?(name: some StringProtocol) {
        guard name.utf8.count <= 15 else { return nil }
        self.init(rawValue: name.lowercased())
    }
}

/// An argument of a command.
package enum PBXArgument: Sendable {
    /// Who calls and who is called: a number in any form.
    case caller, called
    /// The PBX's name for the call.
    case callID
    case phone
    /// Who forwarded the call: a number in any form.
    case diverter
    /// The phone that was tried.
    case triedPhone
    /// The phone that an agent wishes from.
    case ownPhone
    /// How an attempt to reach a phone went.
    case status
    /// How the call ended.
    case ending
    case wish
    /// How long, where the wish takes that.
    case duration
    /// The number that an agent has dialled: in any form.
    case dialled
    /// Whether a phone can be reached.
    case reachability
    /// What is to be done with a case.
    case caseWish
    /// The ticket's name in another system.
    case reference
    /// How long ago it was, of a report that waited.
    case secondsAgo

    package var isOptional: Bool {
        switch self {
        case .diverter, .triedPhone, .duration, .reference, .secondsAgo: true
        case .caller, .called, .callID, .phone, .ownPhone, .status, .ending, .wish, .dialled, .reachability, .caseWish:
            false
        }
    }

    /// The most bytes: callers and called numbers may come as a whole `"Name" <sip:…>`.
    package var limit: Int {
        switch self {
        case .caller, .called, .diverter, .dialled: 256
        case .callID, .phone, .triedPhone, .ownPhone, .status, .ending, .wish, .duration, .reachability, .caseWish,
            .reference, .secondsAgo:
            128
        }
    }

    /// As a usage has it; a duration stands with the wish that takes it.
    var placeholder: String {
        switch self {
        case .caller: "<caller>"
        case .called: "<called>"
        case .callID: "<call-id>"
        case .diverter: "[<diverter>]"
        case .phone, .ownPhone: "<extension>"
        case .triedPhone: "[<extension>]"
        case .status, .ending: "<status>"
        case .wish: "status | sick | back | pause <length> | free"
        case .duration: ""
        case .dialled: "<number>"
        case .reachability: "reachable | unreachable"
        case .caseWish: "open | close"
        case .reference: "[<reference>]"
        case .secondsAgo: "[<seconds-ago>]"
        }
    }

    /// What a refusal calls it.
    var name: String {
        switch self {
        case .caller: "caller"
        case .called: "called"
        case .callID: "call id"
        case .diverter: "diverter"
        case .phone, .triedPhone, .ownPhone: "extension"
        case .status, .ending: "status"
        case .wish: "wish"
        case .duration: "duration"
        case .dialled: "number"
        case .reachability: "reachability"
        case .caseWish: "wish"
        case .reference: "reference"
        case .secondsAgo: "seconds ago"
        }
    }
}
