package import Time

/// What a PBX reports of a call that it asked about.
package struct CallEvent: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// A phone rings.
        case ringing(Extension)
        /// Somebody answered at a phone.
        case answered(Extension)
        /// The call is still up. A PBX that tells so tells it every few minutes.
        case up
        /// The agent at a phone gave the call away, as by a transfer.
        case released(Extension)
        /// The call is over; the status says how.
        case ended(DialStatus)
        /// The agent at a phone has dialled a number: it is his call, which nobody asks about.
        case called(Extension, number: String)

        package var name: Name {
            switch self {
            case .ringing: .ringing
            case .answered: .answered
            case .up: .up
            case .released: .released
            case .ended: .ended
            case .called: .called
            }
        }

        /// Whose phone it is about, if any.
        package var phone: Extension? {
            switch self {
            case .ringing(let phone), .answered(let phone), .released(let phone), .called(let phone, _): phone
            case .up, .ended: nil
            }
        }
    }

    /// What a report is called, without what it is about: by it reports are counted and told.
    package enum Name: Int, CaseIterable, Sendable {
        case ringing, answered, up, released, ended, called

        /// The word in the figures; in capitals in the protocols.
        package var word: String { "\(self)" }

        /// Those that figures tell. That a call is still up is told of each every few minutes, and is nothing to count.
        package static var counted: [Name] { allCases.filter { $0 != .up } }
    }

    /// The PBX's name for the call, as in its `RouteRequest`.
    package let callID: String
    package let kind: Kind
    /// How long ago it was, where it waited for being told.
    package let ago: Milliseconds

    package init(callID: String, kind: Kind, ago: Milliseconds = Milliseconds(0)) {
        self.callID = callID
        self.kind = kind
        self.ago = ago
    }
}

extension CallEvent.Kind: CustomStringConvertible {
    /// `RINGING 2101`, `UP`, `ENDED answered`
    package var description: String {
        let subject: String? = if case .ended(let status) = self { status.rawValue } else { phone?.description }
        return [name.word.uppercased(), subject].compactMap(\.self).joined(separator: " ")
    }
}

/// How an attempt to reach a phone went, in the words of Asterisk or as a SIP status.
package enum DialStatus: String, CaseIterable, Sendable {
    case answered, busy
    case noAnswer = "no-answer"
    /// The phone is not there or could not be reached.
    case unavailable
    /// The caller has gone.
    case cancelled
    case failed

    /// Reads Asterisk's DIALSTATUS in any case (`NOANSWER`, `BUSY` …) or a SIP status code (RFC 3261, section 21), 100 to 699, and what phones of their own choice send up to 999; nil for
    /// anything else.
    package init?(_ text: String) {
        switch text.uppercased() {
        case "ANSWER", "ANSWERED": self = .answered
        case "BUSY": self = .busy
        case "NOANSWER", "NO-ANSWER": self = .noAnswer
        case "CHANUNAVAIL", "UNAVAILABLE": self = .unavailable
        case "CANCEL", "CANCELLED": self = .cancelled
        case "CONGESTION", "DONTCALL", "TORTURE", "INVALIDARGS", "FAILED": self = .failed
        case let code:
            guard code.utf8.count == 3, let number = Int(code), (100...999).contains(number) else { return nil }
            self.init(sip: number)
        }
    }

    private init(sip code: Int) {
        switch code {
        case 100..<300: self = .answered
        case 408: self = .noAnswer
        case 486, 600: self = .busy
        case 487: self = .cancelled
        case 404, 410, 480, 484, 502, 503, 504, 604: self = .unavailable
        default: self = .failed
        }
    }
}

/// Whether a phone can be reached, as a PBX tells it.
package struct PhoneReport: Sendable, Equatable {
    package let phone: Extension
    package let isReachable: Bool
    /// How long ago it was, where it waited for being told.
    package let ago: Milliseconds

    package init(phone: Extension, isReachable: Bool, ago: Milliseconds = Milliseconds(0)) {
        self.phone = phone
        self.isReachable = isReachable
        self.ago = ago
    }
}

/// What an agent asks for by a feature code at the desk phone.
package struct DeskPhoneRequest: Sendable, Equatable {
    package enum Wish: Sendable, Equatable {
        case status, sick, back
        case pause(Milliseconds)
        /// No call keeps him busy any more, whatever was reported.
        case free
        /// The case of the client whose call he has, or had last.
        case openCase(reference: String?), closeCase(reference: String?)
    }

    package let phone: Extension
    package let wish: Wish

    package init(phone: Extension, wish: Wish) {
        self.phone = phone
        self.wish = wish
    }
}

/// What a desk phone is told.
package struct DeskPhoneAnswer: Sendable, Equatable {
    /// For a display: `Joke de Vries is away until 15:45`.
    package let sentence: String
    /// One word for a dial plan: `available`, `busy`, `off-hours`, `away`, or `refused`.
    package let state: String

    package init(sentence: String, state: String) {
        self.sentence = sentence
        self.state = state
    }
}
