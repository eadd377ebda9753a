import DirectoryFiles
package import MajorAPI
import Routing
import Switchboard
package import Varlink

extension ControlInterface: DirectoryMethods {
    package func reload(
        _ request: DirectoryAPI.Reload, _ caller: VarlinkCaller<DirectoryAPI.Reload>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Reload.Reply {
        try await authorise(caller)
        let progress = ReadingProgress()
        let outcome = try await telling({ .init(progress: DirectoryAPI.Progress(progress.standing)) }, caller) {
            await switchboard.reload(strict: request.strict ?? false, progress)
        }
        switch outcome {
        case .done(let difference, let generation, let warnings):
            return DirectoryAPI.Reload.Reply(
                difference, summary: difference.summary, generation: generation, warnings: messages(warnings))
        case .refused(let findings):
            throw .refused(
                DirectoryAPI.Refused(
                    generation: Int(clamping: switchboard.table.generation), findings: messages(findings)))
        }
    }

    package func check(
        _ request: DirectoryAPI.Check, _ caller: VarlinkCaller<DirectoryAPI.Check>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Check.Reply {
        try await authorise(caller)
        let progress = ReadingProgress()
        let findings = try await telling({ .init(progress: DirectoryAPI.Progress(progress.standing)) }, caller) {
            await switchboard.check(progress)
        }
        return DirectoryAPI.Check.Reply(findings: messages(findings))
    }

    /// How often whoever waits is told how far it has come.
    private static let tellingInterval: Duration = .seconds(1)

    /// Does something that takes its time, and tells a caller who wants more at once that it is being done, and then how far it has come.
    /// The work goes on when he leaves.
    func telling<Value, Request: VarlinkRequest>(
        _ standing: @escaping @Sendable () -> Request.Reply, _ caller: VarlinkCaller<Request>,
        _ work: () async -> Value
    ) async throws(Request.Failure) -> Value {
        guard caller.wantsMore else { return await work() }
        try await caller.send(standing())
        let telling = Task {
            while (try? await Task.sleep(for: Self.tellingInterval)) != nil {
                guard (try? await caller.send(standing())) != nil else { return }
            }
        }
        let value = await work()
        telling.cancel()
        // None comes after the last reply.
        await telling.value
        return value
    }

    private func authorise<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>
    ) async throws(Request.Failure) {
        let requester = await identify(caller.peer)
        guard requester.mayManageDirectory else { throw denied(.manageDirectory, requester, caller) }
    }

    /// The first 200, errors before warnings, since a person mends those first; and how many more there are.
    private func messages(_ findings: [Finding]) -> [DirectoryAPI.Finding] {
        findings.first(200, of: switchboard.configuration).map(DirectoryAPI.Finding.init)
    }
}
