package import Routing

/// A Unix user whom the directory names as an agent. Whether there is such a user, somebody else finds out: a name service may hang.
package struct NamedUser: Sendable, Equatable {
    package let name: String
    package let agent: AgentID
    package let place: Place

    /// What there is to say when no Unix user has the name.
    package var missing: Finding {
        Finding(
            .warning, at: place,
            "no Unix user is called `\(name)`: only managers can change the availability of `\(agent)`; mend the name, "
                + "make the user, or leave `user` out")
    }
}
