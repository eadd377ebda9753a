import Foundation
import Glibc
import Testing

@testable import Sockets

@Suite("Socket addresses")
struct SocketAddressTests {
    @Test(
        "an IPv4 address and a port, and nothing else",
        arguments: [
            ("127.0.0.1:4577", "127.0.0.1", 4577), ("0.0.0.0:1", "0.0.0.0", 1), ("10.1.2.3:65535", "10.1.2.3", 65535),
            ("127.0.0.1", nil, nil), ("127.0.0.1:0", nil, nil), ("127.0.0.1:65536", nil, nil), ("127.0.0.1:", nil, nil),
            (":4577", nil, nil), ("localhost:4577", nil, nil), ("::1:4577", nil, nil), ("1:2:3", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, UInt16?)])
    func ipv4(text: String, host: String?, port: UInt16?) {
        let address = SocketAddress(ipv4: text)
        #expect(address?.host?.description == host)
        #expect(address?.port == port)
        #expect(address == nil || address?.family == .ipv4 && address?.path == nil)
    }

    @Test(
        "a path that cannot be a socket's is refused, and the longest is taken",
        arguments: [
            ("", EINVAL), ("a\0b", EINVAL), (String(repeating: "x", count: 108), ENAMETOOLONG),
            (String(repeating: "x", count: 107), nil), ("/run/majord/pbx.sock", nil),
        ] as [(String, CInt?)])
    func path(path: String, code: CInt?) throws {
        guard let code else {
            #expect(try SocketAddress(path: path).path == path)
            return
        }
        #expect(throws: SystemError(code: code)) { try SocketAddress(path: path) }
    }

    @Test(
        "a service manager's socket is a path or an abstract name",
        arguments: [
            ("/run/systemd/notify", "/run/systemd/notify"), ("@name", nil), ("@", ""), ("/", ""), ("", ""),
            ("notify", ""),
            ("@" + String(repeating: "x", count: 106), nil), ("@" + String(repeating: "x", count: 107), ""),
        ] as [(String, String?)])
    func notifySocket(name: String, path: String?) {
        // "" stands for what is refused.
        let address = SocketAddress(notifySocket: name)
        #expect((address == nil) == (path == ""))
        if path != "" { #expect(address?.path == path) }
    }

    @Test("both ends of a connection over TCP are known, and of version 6 as well", arguments: [AF_INET, AF_INET6])
    func ends(family: CInt) throws {
        var pair: [CInt] = []
        defer { for descriptor in pair { close(descriptor) } }
        if family == AF_INET6 {
            let descriptor = socket(AF_INET6, CInt(SOCK_STREAM.rawValue), 0)
            pair.append(descriptor)
            #expect(SocketAddress(of: descriptor)?.family == .ipv6)
            #expect(SocketAddress(of: descriptor)?.host?.description == "::")
            #expect(SocketAddress(of: descriptor)?.host?.ipv4 == nil)
            return
        }
        let listening = try ListeningSocket(address: .loopback(port: 0))
        let port = try #require(listening.address.port)
        let own = try SocketAddress.loopback(port: port).openStream()
        #expect(SocketAddress(ofPeer: own) == nil, "it is not connected")
        #expect(SocketAddress.loopback(port: port).withPointer { connect(own, $0, $1) } == 0)
        pair = [listening.descriptor, own, accept(listening.descriptor, nil, nil)]
        #expect(SocketAddress(ofPeer: own)?.port == port)
        #expect(SocketAddress(ofPeer: pair[2])?.port == SocketAddress(of: own)?.port)
        #expect(SocketAddress(ofPeer: pair[2])?.host == SocketAddress(of: own)?.host)
        #expect(listening.address.isInternet)
    }

    @Test("a Unix socket without a name has no path, and what is no socket has no address")
    func nameless() throws {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        let address = try #require(SocketAddress(of: descriptor))
        #expect(address.family == .unix && address.path == nil && address.host == nil && address.port == nil)
        #expect(!address.isInternet)
        #expect(SocketAddress(of: -1) == nil)
    }
}
