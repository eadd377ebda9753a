import Glibc
import Testing

@testable import Sockets

@Suite("Peer credentials")
struct PeerCredentialsTests {
    @Test("a peer's user, groups and process are the kernel's")
    func own() throws {
        let own = try PeerCredentials.own
        #expect(own.processID == getpid())
        #expect(own.userID == getuid())
        #expect(own.groupID == getgid())
        var groups = [gid_t](repeating: 0, count: Int(max(getgroups(0, nil), 0)))
        #expect(getgroups(CInt(groups.count), &groups) == groups.count)
        #expect(own.groups.sorted() == groups.sorted())
        var pair: [CInt] = [-1, -1]
        #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0)
        defer { for descriptor in pair { close(descriptor) } }
        #expect(PeerCredentials.userID(descriptor: pair[0]) == getuid())
    }

    @Test("membership is in the primary group or a supplementary one")
    func membership() {
        let peer = PeerCredentials(processID: 1, userID: 2, groupID: 3, groups: [4, 5])
        #expect([2, 3, 4, 5, 6].map { peer.belongs(toGroup: $0) } == [false, true, true, true, false])
    }

    @Test("what is no connected socket has no peer")
    func noPeer() throws {
        #expect(throws: SystemError(code: EBADF)) { try PeerCredentials(descriptor: -1) }
        #expect(PeerCredentials.userID(descriptor: -1) == nil)
        let lonely = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(lonely) }
        #expect(throws: SystemError(code: ENOTCONN)) { try PeerCredentials(descriptor: lonely) }
    }
}

extension PeerCredentials {
    /// This process, as a peer sees it.
    static var own: PeerCredentials {
        get throws {
            var pair: [CInt] = [-1, -1]
            guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw SystemError.current }
            defer { pair.forEach { close($0) } }
            return try PeerCredentials(descriptor: pair[0])
        }
    }
}
