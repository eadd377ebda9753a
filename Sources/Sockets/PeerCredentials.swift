import CPeerCredentials
import Glibc

/// Who is at the other end of a Unix socket, as the kernel noted it when the peer connected (socket(7), SO_PEERCRED and
/// SO_PEERGROUPS). A process that changes its user later, or passes the connection on, does not change it.
package struct PeerCredentials: Sendable, Hashable {
    package var processID: Int32
    package var userID: UInt32
    package var groupID: UInt32
    /// The supplementary groups.
    package var groups: [UInt32]
    /// For whom the peer says to speak, where it does: its own word, and not the kernel's. Empty: for nobody.
    package var speaksFor: String?

    package init(processID: Int32, userID: UInt32, groupID: UInt32, groups: [UInt32]) {
        self.processID = processID
        self.userID = userID
        self.groupID = groupID
        self.groups = groups
    }

    /// Reads them from a connected Unix socket.
    package init(descriptor: CInt) throws(SystemError) {
        var credentials = peer_credentials()
        let failure = peer_credentials_read(descriptor, &credentials)
        guard failure == 0 else { throw SystemError(code: failure) }
        processID = credentials.process
        userID = credentials.user
        groupID = credentials.group
        groups = try Self.groups(descriptor: descriptor)
    }

    /// The user alone, for who needs no more; nil where the kernel does not name him.
    package static func userID(descriptor: CInt) -> UInt32? {
        var credentials = peer_credentials()
        return peer_credentials_read(descriptor, &credentials) == 0 ? credentials.user : nil
    }

    /// Whether the peer is in the group, as its primary or as a supplementary one.
    package func belongs(toGroup group: UInt32) -> Bool {
        groupID == group || groups.contains(group)
    }

    private static func groups(descriptor: CInt) throws(SystemError) -> [UInt32] {
        var count = 64
        var groups = [UInt32](repeating: 0, count: count)
        var failure = peer_groups_read(descriptor, &groups, &count)
        if failure == ERANGE {
            groups = [UInt32](repeating: 0, count: count)
            failure = peer_groups_read(descriptor, &groups, &count)
        }
        guard failure == 0 else { throw SystemError(code: failure) }
        return Array(groups.prefix(count))
    }
}
