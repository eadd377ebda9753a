package import Routing

/// A Unix user whom the directory names as an agent or a manager. Whether there is such a user, somebody else finds out: a name service may
/// hang.
package struct NamedUser: Sendable, Equatable {
    package enum Person: Sendable, Equatable {
        case agent(AgentID)
        /// By name.
        case manager(String)
    }

    package let name: String
    package let whose: Person
    package let place: Place

    /// What there is to say when no Unix user has the name.
    package var missing: Finding {
        let consequence =
            switch whose {
            case .agent(let agent): "only managers can change the availability of `\(agent)`"
            case .manager(let name): "nobody is \(name) to the control socket"
            }
        return Finding(
            .warning, at: place,
            "no Unix user is called `\(name)`: \(consequence); mend the name, make the user, or leave `user` out")
    }
}
