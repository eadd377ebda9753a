/// One phone to dial.
package struct Target: Sendable, Hashable {
    /// Who is reached there.
    package enum Whom: Sendable, Hashable {
        /// An agent; nil where the record of an earlier majord does not tell who it was.
        case candidate(AgentID?, Role)
        case overflow
    }

    package let whom: Whom
    package let phone: Extension
    /// Seconds to ring before the next target; 0 for as long as the PBX likes.
    package let ring: Int

    package init(_ whom: Whom, phone: Extension, ring: Int) {
        self.whom = whom
        self.phone = phone
        self.ring = ring
    }

    /// An agent's phone.
    init(_ agent: Agent, as role: Role, ring: Int) {
        self.init(.candidate(agent.id, role), phone: agent.phone, ring: ring)
    }

    /// The overflow's, which rings for as long as the PBX likes.
    init(overflow phone: Extension) {
        self.init(.overflow, phone: phone, ring: 0)
    }

    /// Who sits there; nil for the overflow.
    package var agent: AgentID? {
        if case .candidate(let agent, _) = whom { agent } else { nil }
    }

    /// Nil for the overflow.
    package var role: Role? {
        if case .candidate(_, let role) = whom { role } else { nil }
    }

    /// The role's word in the protocols, or `overflow`.
    package var roleWord: String { part.word }

    package var part: Part {
        role.map(Part.role) ?? .overflow
    }

    /// As what a target was one of a decision's.
    package enum Part: Hashable, Sendable {
        case role(Role)
        case overflow

        /// The word in the protocols and the call's record.
        package var word: String {
            switch self {
            case .role(let role): role.rawValue
            case .overflow: "overflow"
            }
        }

        /// Reads a word; nil for anything else.
        package init?(word: String) {
            if word == "overflow" {
                self = .overflow
            } else if let role = Role(rawValue: word) {
                self = .role(role)
            } else {
                return nil
            }
        }
    }
}
