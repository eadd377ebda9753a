package import Accounts
package import Sockets
package import Switchboard

/// The Unix groups that give rights, and who is in them.
package struct Groups: Sendable {
    package let admin: String
    package let pbx: String
    /// Of the program that speaks for others.
    package let web: String
    package let users: UserDatabase

    package init(admin: String, pbx: String, web: String = "majord-web", users: UserDatabase = UserDatabase()) {
        self.admin = admin
        self.pbx = pbx
        self.web = web
        self.users = users
    }

    /// Who a peer is, by the kernel's word and the user database. While that does not answer, people are known by their numbers.
    package func requester(_ peer: PeerCredentials) async -> Requester {
        if let known = remembered(peer) { return known }
        async let name = users.name(ofUser: peer.userID)
        async let adminGroup = users.number(ofGroup: admin)
        async let pbxGroup = users.number(ofGroup: pbx)
        async let webGroup = webGroup(for: peer)
        return await requester(peer, name: name, admin: adminGroup, pbx: pbxGroup, web: webGroup)
    }

    /// The same of one about whom nothing has to be asked, which is nearly every call: whoever asks often waits for no thread.
    private func remembered(_ peer: PeerCredentials) -> Requester? {
        guard let name = users.rememberedName(ofUser: peer.userID),
            let adminGroup = users.rememberedNumber(ofGroup: admin),
            let pbxGroup = users.rememberedNumber(ofGroup: pbx),
            let webGroup = peer.speaksFor == nil ? .unknown : users.rememberedNumber(ofGroup: web), webGroup != .missing
        else { return nil }
        return requester(peer, name: name, admin: adminGroup, pbx: pbxGroup, web: webGroup)
    }

    /// Who speaks for nobody needs no such group. It comes with the program, which asks in the moment in which it is installed.
    private func webGroup(for peer: PeerCredentials) async -> Known<UInt32> {
        peer.speaksFor == nil ? .unknown : await users.number(ofGroup: web, evenMissing: false)
    }

    /// The kernel knows the groups of a peer by number only.
    private func requester(
        _ peer: PeerCredentials, name: Known<String>, admin: Known<UInt32>, pbx: Known<UInt32>,
        web: Known<UInt32>
    ) -> Requester {
        func belongs(to group: Known<UInt32>) -> Bool { group.value.map(peer.belongs(toGroup:)) ?? false }
        let uid = peer.userID
        return Requester(
            user: name.value ?? String(uid), uid: uid, isManager: uid == 0 || belongs(to: admin),
            isPBX: belongs(to: pbx), maySpeakForOthers: uid == 0 || belongs(to: web))
    }

    /// Those of the names that no user has, as far as the name service says so within a second.
    @Sendable package func missingUsers(among names: [String]) async -> Set<String> {
        let users = users
        return await BackgroundThread.run("majord-users") {
            users.missingUsers(among: Set(names), within: .seconds(1))
        }
    }
}
