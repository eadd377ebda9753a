import Glibc
import Switchboard
import Varlink

/// The Unix groups that give rights.
struct Groups: Sendable {
    let admin: String
    let pbx: String

    /// Who a peer is, by the kernel's word and the user database.
    func requester(_ peer: PeerCredentials) -> Requester {
        Requester(
            user: Self.name(ofUser: peer.userID), uid: peer.userID,
            isManager: peer.userID == 0 || Self.belongs(peer, to: admin), isPBX: Self.belongs(peer, to: pbx))
    }

    /// The number of a group; nil where there is none of that name.
    static func number(ofGroup name: String) -> gid_t? {
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        return withBuffer { buffer, size in
            getgrnam_r(name, &entry, buffer, size, &found) == 0 && found != nil ? entry.gr_gid : nil
        }
    }

    private static func belongs(_ peer: PeerCredentials, to group: String) -> Bool {
        number(ofGroup: group).map(peer.belongs(toGroup:)) ?? false
    }

    private static func name(ofUser uid: uid_t) -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withBuffer { buffer, size in
            guard getpwuid_r(uid, &entry, buffer, size, &found) == 0, found != nil else { return nil }
            return entry.pw_name.map { String(cString: $0) }
        } ?? String(uid)
    }

    /// Room for the strings of one entry; a group with very many members needs the most.
    private static func withBuffer<Value>(_ body: (UnsafeMutablePointer<CChar>, Int) -> Value?) -> Value? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65_536) { buffer in
            buffer.baseAddress.flatMap { body($0, buffer.count) }
        }
    }
}
