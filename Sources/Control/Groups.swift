package import Accounts
package import Sockets
package import Switchboard

/// The Unix groups that give rights, and who is in them.
package struct Groups: Sendable {
    package let admin: String
    package let pbx: String
    package let users: UserDatabase

    package init(admin: String, pbx: String, users: UserDatabase = UserDatabase()) {
        self.admin = admin
        self.pbx = pbx
        self.users = users
    }

    /// Who a peer is, by the kernel's word and the user database. While that does not answer, people are known by their numbers.
    package func requester(_ peer: PeerCredentials) async -> Requester {
        let uid = peer.userID
        async let name = users.name(ofUser: uid)
        async let isAdmin = belongs(peer, to: admin)
        async let isPBX = belongs(peer, to: pbx)
        let (known, manages, asks) = await (name, isAdmin, isPBX)
        return Requester(user: known.value ?? String(uid), uid: uid, isManager: uid == 0 || manages, isPBX: asks)
    }

    /// Those of the names that no user has, as far as the name service says so within a second.
    @Sendable package func missingUsers(among names: [String]) async -> Set<String> {
        let users = users
        return await BackgroundThread.run("majord-users") {
            users.missingUsers(among: Set(names), within: .seconds(1))
        }
    }

    /// The kernel knows the groups of a peer by number only.
    private func belongs(_ peer: PeerCredentials, to group: String) async -> Bool {
        await users.number(ofGroup: group).value.map(peer.belongs(toGroup:)) ?? false
    }
}
