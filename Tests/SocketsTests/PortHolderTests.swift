import Glibc
import Testing

@testable import Sockets

@Suite("Who has a port")
struct PortHolderTests {
    private static let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:11E1 0100007F:D431 01 00000000:00000000 00:00000000 00000000   112        0 41 1 0000000000000000 20 4 30 10 -1
           1: 0200007F:11E1 00000000:0000 0A 00000000:00000000 00:00000000 00000000   113        0 42 1 0000000000000000 100 0 0 10 0
           2: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 43 1 0000000000000000 100 0 0 10 0
           3: nonsense

        """

    private static let tableOfIPv6 = """
           0: 0000000000000000FFFF00000100007F:11E1 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000   114        0 44 1
           1: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 45 1
        """

    @Test(
        "whoever listens on the address, or on all, is found; a connection is no listener",
        arguments: [
            ("127.0.0.2:4577", 113, "42"), ("127.0.0.1:8080", 0, "43"), ("0.0.0.0:4577", 113, "42"),
        ] as [(String, UInt32, String)])
    func listens(text: String, user: UInt32, inode: String) throws {
        let found = PortHolder.listener(in: Self.table, at: try #require(SocketAddress(ipv4: text)))
        #expect(found?.user == user)
        #expect(found?.inode == inode)
    }

    @Test("nobody else is taken for one", arguments: ["127.0.0.1:4577", "127.0.0.2:4578", "127.0.0.1:80"])
    func nobody(text: String) throws {
        #expect(PortHolder.listener(in: Self.table, at: try #require(SocketAddress(ipv4: text))) == nil)
    }

    @Test(
        "a socket of IPv6 takes the port of IPv4, too", arguments: [("127.0.0.1:4577", "44"), ("127.0.0.9:80", "45")])
    func mapped(text: String, inode: String) throws {
        let found = PortHolder.listener(in: Self.tableOfIPv6, at: try #require(SocketAddress(ipv4: text)))
        #expect(found?.inode == inode)
    }

    @Test("whoever listens is found with his process")
    func own() throws {
        let listening = try ListeningSocket(address: .loopback(port: 0))
        defer { close(listening.descriptor) }
        let holder = try #require(PortHolder.find(listening.address))
        #expect(holder.user == getuid())
        #expect(holder.process?.id == getpid())
        #expect(holder.description.hasSuffix(", process \(getpid())"))
        #expect(PortHolder(user: 0).description == "a program of user root")
    }
}
