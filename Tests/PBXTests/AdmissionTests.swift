import Foundation
import Synchronization
import TestSupport
import Testing

@testable import PBX

@Suite("Who may connect")
struct AdmissionTests {
    private static let limits: PBXLimits = {
        var limits = PBXLimits()
        limits.connections = 5
        limits.connectionsPerUser = 3
        return limits
    }()

    @Test("one user has nearly all connections, and leaves some to others")
    func perUser() {
        var admission = ConnectionAdmission(Self.limits)
        for _ in 0..<3 { #expect(admission.admit(.user(1_000)) == nil) }
        #expect(admission.admit(.user(1_000)) == .tooManyOfUser)
        #expect(admission.admit(.user(1_001)) == nil)
        #expect(admission.admit(.user(0)) == nil)
        #expect(admission.admit(.user(0)) == .tooMany)
        admission.leave(.user(1_000))
        #expect(admission.admit(.user(1_000)) == nil)
        #expect(admission.admit(.user(1_000)) == .tooMany)
        #expect(admission.total == 5)
    }

    @Test("root, and users who are not known, are limited with all others alone", arguments: [0, nil] as [UInt32?])
    func unlimited(user: UInt32?) {
        var admission = ConnectionAdmission(Self.limits)
        for _ in 0..<5 { #expect(admission.admit(user.map { .user($0) }) == nil) }
        #expect(admission.admit(user.map { .user($0) }) == .tooMany)
        admission.leave(user.map { .user($0) })
        #expect(admission.admit(.user(1)) == nil)
    }

    @Test("however they come and go, the counts hold", arguments: 0..<50)
    func property(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var admission = ConnectionAdmission(Self.limits)
        var open: [UInt32?] = []
        for _ in 0..<300 {
            if Bool.random(using: &random), let index = open.indices.randomElement(using: &random) {
                admission.leave(open.remove(at: index).map { .user($0) })
            } else {
                let user: UInt32? = [nil, 0, 1, 2, 3].randomElement(using: &random) ?? nil
                let ofUser = open.count { $0 == user }
                let expected: PBXListener.Refusal.Reason? =
                    open.count == 5 ? .tooMany : user ?? 0 > 0 && ofUser == 3 ? .tooManyOfUser : nil
                #expect(admission.admit(user.map { .user($0) }) == expected)
                if expected == nil { open.append(user) }
            }
            #expect(admission.total == open.count)
        }
    }

    @Test("refusals are reported once a minute, with whose the last was and why")
    func log() {
        let reports = Mutex<[PBXListener.Refusal]>([])
        var log = RefusalLog { refusal in reports.withLock { $0.append(refusal) } }
        log.note(.tooMany, of: 5, at: 1_000)
        log.note(.tooMany, of: 6, at: 30_000)
        log.note(.tooManyOfUser, of: 7, at: 61_000)
        log.note(.tooMany, of: nil, at: 121_000)
        #expect(
            reports.withLock { $0 } == [
                PBXListener.Refusal(count: 1, user: 5, reason: .tooMany),
                PBXListener.Refusal(count: 2, user: 7, reason: .tooManyOfUser),
                PBXListener.Refusal(count: 1, user: nil, reason: .tooMany),
            ])
    }

    @Test("the socket asks the kernel who connects, and root gets in all the same")
    func socket() async throws {
        var limits = PBXLimits.patient
        limits.connectionsPerUser = 0
        let reports = Mutex<[PBXListener.Refusal]>([])
        let user = getuid() == 0 ? 65_534 : getuid()
        try await withListener(limits, refusals: { refusal in reports.withLock { $0.append(refusal) } }) {
            listener, path in
            guard getuid() == 0 else {
                #expect(try TestPeer(path).isClosed())
                return
            }
            chmod(path, 0o777)
            let client = Process()
            client.executableURL = URL(filePath: "/usr/bin/setpriv")
            client.arguments = ["--reuid=\(user)", "--clear-groups", "redis-cli", "-s", path, "PING"]
            client.standardOutput = FileHandle.nullDevice
            client.standardError = FileHandle.nullDevice
            try client.run()
            client.waitUntilExit()
            let root = try TestPeer(path)
            root.send("PING\n")
            #expect(root.receive(7) == "+PONG\r\n")
            #expect(listener.figures.current == 1)
            #expect(listener.figures.refused > 0)
        }
        #expect(
            reports.withLock { $0 } == [PBXListener.Refusal(count: 1, user: user, reason: .tooManyOfUser)])
    }
}
