import Foundation
import Testing

@testable import PBX

/// A listener on a socket of its own, which ends when the test does.
func withListener(
    _ limits: PBXLimits = .patient, ledger: TestLedger = TestLedger(answersAtOnce: true),
    heartbeat: PBXListener.Heartbeat? = nil, refusals: @escaping PBXListener.RefusalReport = { _ in },
    _ body: @Sendable (PBXListener, _ path: String) async throws -> Void
) async throws {
    try await withListener(limits, fastAGI: nil, ledger: ledger, heartbeat: heartbeat, refusals: refusals) {
        listener, path, _ in
        try await body(listener, path)
    }
}

/// A listener on a Unix socket and on a TCP port of the loopback, which ends when the test does.
func withFastAGI(
    _ limits: PBXLimits = .patientFastAGI, ledger: TestLedger = TestLedger(answersAtOnce: true),
    _ body: @Sendable (PBXListener, _ path: String, _ port: UInt16) async throws -> Void
) async throws {
    try await withListener(fastAGI: limits, ledger: ledger, body)
}

extension PBXLimits {
    /// For tests in which the ledger answers when the test gets to it.
    static var patient: PBXLimits {
        var limits = PBXLimits()
        limits.ledger = 60_000
        limits.answer = 60_000
        return limits
    }

    static var patientFastAGI: PBXLimits {
        var limits = PBXLimits.fastAGI
        limits.ledger = 60_000
        limits.lifetime = 60_000
        return limits
    }
}

private func withListener(
    _ limits: PBXLimits = .patient, fastAGI: PBXLimits?, ledger: TestLedger,
    heartbeat: PBXListener.Heartbeat? = nil, refusals: @escaping PBXListener.RefusalReport = { _ in },
    _ body: @Sendable (PBXListener, _ path: String, _ port: UInt16) async throws -> Void
) async throws {
    let (descriptor, path) = try listenOnPath()
    defer { unlink(path) }
    var fastAGISocket: PBXListener.Socket?
    var port: UInt16 = 0
    if let fastAGI {
        let (descriptor, number) = try listenOnLoopback()
        fastAGISocket = PBXListener.Socket(descriptor: descriptor, limits: fastAGI, token: TestDesk.token)
        port = number
    }
    let listener = try PBXListener(
        descriptor: descriptor, fastAGI: fastAGISocket, desk: TestDesk.make(ledger), limits: limits,
        heartbeat: heartbeat, refusals: refusals)
    let ends = start(listener)
    let result: Result<Void, any Error>
    do {
        result = .success(try await body(listener, path, port))
    } catch {
        result = .failure(error)
    }
    listener.close()
    for await loopEnd in ends { try loopEnd.get() }
    try result.get()
}

/// Runs a listener's loop. Bodies of tests block the threads that tasks run on, so it has one of its own from the beginning.
func start(_ listener: PBXListener) -> AsyncStream<Result<Void, PBXListenerError>> {
    let (ends, end) = AsyncStream.makeStream(of: Result<Void, PBXListenerError>.self)
    Thread.detachNewThread {
        end.yield(listener.runLoop())
        end.finish()
    }
    return ends
}

/// A Unix socket that listens, and its path, which is the caller's to remove.
func listenOnPath() throws -> (descriptor: Int32, path: String) {
    let path = NSTemporaryDirectory() + "pbx-\(UInt32.random(in: 0 ... .max)).sock"
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isBound = try withAddress(path) { bind(descriptor, $0, $1) == 0 && listen(descriptor, 64) == 0 }
    try #require(isBound)
    return (descriptor, path)
}

/// A TCP socket that listens on a free port.
func listenOnLoopback() throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let isBound = withLoopback(port: 0) { bind(descriptor, $0, $1) == 0 && listen(descriptor, 4_096) == 0 }
    try #require(isBound)
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
    }
    try #require(isNamed)
    return (descriptor, UInt16(bigEndian: address.sin_port))
}

private func withLoopback<Value>(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
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
        limitPatience()
        let isConnected = try withAddress(path) { connect(descriptor, $0, $1) == 0 }
        try #require(isConnected)
    }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        limitPatience()
        let isConnected = withLoopback(port: port) { connect(descriptor, $0, $1) == 0 }
        try #require(isConnected)
    }

    private func limitPatience() {
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
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

    /// The next line with its end, or what there is of it when the other end closes.
    func receiveLine() -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.last != UInt8(ascii: "\n"), recv(descriptor, &byte, 1, 0) == 1 { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// Has the connection break when it is closed: the other end is told that something was lost (RST).
    func breakOnClose() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Whether the other end closes, without another byte before.
    func isClosed() -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        return count == 0 || count < 0 && errno == ECONNRESET
    }
}

/// Waits until something holds, for ten seconds at most.
func eventually(_ condition: () -> Bool) async throws {
    for _ in 0..<2_000 {
        if condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("it did not come about within ten seconds")
}
