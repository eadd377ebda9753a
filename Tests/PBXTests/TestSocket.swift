import Foundation
import Testing

@testable import PBX

/// A listener on a socket of its own, which ends when the test does.
func withListener(
    _ limits: PBXLimits = PBXLimits(), refusals: @escaping PBXListener.RefusalReport = { _ in },
    _ body: @Sendable (PBXListener, _ path: String) async throws -> Void
) async throws {
    let path = NSTemporaryDirectory() + "pbx-\(UInt32.random(in: 0 ... .max)).sock"
    defer { unlink(path) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isBound = try withAddress(path) { bind(descriptor, $0, $1) == 0 && listen(descriptor, 64) == 0 }
    try #require(isBound)
    let listener = try PBXListener(descriptor: descriptor, desk: TestDesk.make(), limits: limits, refusals: refusals)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await listener.run() }
        defer { listener.close() }
        try await body(listener, path)
    }
}

private func withAddress<Value>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
) throws -> Value {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}

/// A PBX's end of a connection. Reading gives up after ten seconds, so that a failing test ends.
final class TestPeer: Sendable {
    let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let isConnected = try withAddress(path) { connect(descriptor, $0, $1) == 0 }
        try #require(isConnected)
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    }

    /// Sends as much as the kernel takes at once.
    func sendWithoutWaiting(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }

    func closeSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// The next bytes, that many of them or up to the end.
    func receive(_ count: Int) -> String {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while received.count < count {
            let part = recv(descriptor, &buffer, min(buffer.count, count - received.count), 0)
            guard part > 0 else { break }
            received += buffer[..<part]
        }
        return String(decoding: received, as: UTF8.self)
    }

    /// Whether the other end closes, without another byte before.
    func isClosed() -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        return count == 0 || count < 0 && errno == ECONNRESET
    }
}
