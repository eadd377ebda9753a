import Foundation
import Sockets
import Testing

@testable import PBX

/// A listener on a socket of its own, which ends when the test does.
func withListener(
    _ limits: PBXLimits = .patient, ledger: TestLedger = TestLedger(answersAtOnce: true),
    heartbeat: PBXListener.Heartbeat? = nil, refusals: @escaping RefusalReport = { _ in },
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
    heartbeat: PBXListener.Heartbeat? = nil, refusals: @escaping RefusalReport = { _ in },
    _ body: @Sendable (PBXListener, _ path: String, _ port: UInt16) async throws -> Void
) async throws {
    let (socket, path) = try listenOnPath()
    defer { unlink(path) }
    var fastAGISocket: PBXListener.Socket?
    var port: UInt16 = 0
    if let fastAGI {
        let listening = try ListeningSocket(address: .loopback(port: 0))
        fastAGISocket = PBXListener.Socket(listening: listening, limits: fastAGI, token: TestDesk.token)
        port = try #require(listening.address.port)
    }
    let listener = try PBXListener(
        socket: socket, fastAGI: fastAGISocket, desk: TestDesk.make(ledger), limits: limits,
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
func listenOnPath() throws -> (socket: ListeningSocket, path: String) {
    let path = NSTemporaryDirectory() + "pbx-\(UInt32.random(in: 0 ... .max)).sock"
    return (try ListeningSocket(path: path, mode: 0o600), path)
}

/// A socket that listens already.
func listening(_ descriptor: Int32) throws -> ListeningSocket {
    try ListeningSocket(passed: descriptor, families: [.unix, .ipv4])
}

/// A PBX's end of a connection. Reading gives up after ten seconds, so that a failing test ends.
final class TestPeer: Sendable {
    let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try connect(to: SocketAddress(path: path))
    }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try connect(to: .loopback(port: port))
    }

    private func connect(to address: SocketAddress) throws {
        limitPatience()
        let isConnected = address.withPointer { Glibc.connect(descriptor, $0, $1) == 0 }
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
