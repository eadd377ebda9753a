import Foundation
import Sockets
import Synchronization
import Testing

@testable import PBX

@Suite("Who may connect")
struct AdmissionTests {
    @Test("the socket asks the kernel who connects, and root gets in all the same")
    func socket() async throws {
        var limits = PBXLimits.patient
        limits.admission.connectionsPerPeer = 0
        let reports = Mutex<[Refusals]>([])
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
            reports.withLock { $0 } == [Refusals(count: 1, user: user, cause: .tooManyOfUser)])
    }
}
