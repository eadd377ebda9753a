import DirectoryFiles
import MajorAPI
import Routing
import Switchboard
import Varlink

extension ControlInterface {
    var directoryInterface: VarlinkInterface {
        VarlinkInterface(
            name: DirectoryAPI.interface, description: InterfaceTexts.directory,
            methods: ["Reload": VarlinkMethod(reload), "Check": VarlinkMethod(check)])
    }

    @Sendable private func reload(_ context: VarlinkContext) async throws(VarlinkError) -> DirectoryAPI.Reloaded {
        try await authorise(context)
        let progress = ReadingProgress()
        let outcome = try await telling(progress, as: DirectoryAPI.Reloaded.init(progress:), context) {
            await switchboard.reload(progress)
        }
        switch outcome {
        case .done(let difference, let generation, let warnings):
            return DirectoryAPI.Reloaded(
                difference, summary: difference.summary, generation: generation, warnings: messages(warnings))
        case .refused(let findings):
            throw VarlinkError(
                DirectoryAPI.refused,
                encoding: DirectoryAPI.Refused(
                    generation: switchboard.table.generation, findings: messages(findings)))
        }
    }

    @Sendable private func check(_ context: VarlinkContext) async throws(VarlinkError) -> DirectoryAPI.Checked {
        try await authorise(context)
        let progress = ReadingProgress()
        let findings = try await telling(progress, as: DirectoryAPI.Checked.init(progress:), context) {
            await switchboard.check(progress)
        }
        return DirectoryAPI.Checked(findings: messages(findings))
    }

    /// How often whoever waits is told how far it has come.
    private static let tellingInterval: Duration = .seconds(1)

    /// Does something that takes its time, and tells a caller who wants more at once that it is being done, and then how far it has come.
    /// The work goes on when he leaves.
    private func telling<Value, Reply: Encodable & SendableMetatype>(
        _ progress: ReadingProgress, as reply: @escaping @Sendable (DirectoryAPI.Progress) -> Reply,
        _ context: VarlinkContext, _ work: () async -> Value
    ) async throws(VarlinkError) -> Value {
        guard context.wantsMore else { return await work() }
        try await context.send(reply(DirectoryAPI.Progress(progress.standing)))
        let telling = Task {
            while (try? await Task.sleep(for: Self.tellingInterval)) != nil {
                guard (try? await context.send(reply(DirectoryAPI.Progress(progress.standing)))) != nil else { return }
            }
        }
        let value = await work()
        telling.cancel()
        // None comes after the last reply.
        await telling.value
        return value
    }

    private func authorise(_ context: VarlinkContext) async throws(VarlinkError) {
        let requester = await groups.requester(context.peer)
        guard requester.mayManageDirectory else { throw denied(.manageDirectory, requester, context) }
    }

    /// The first 200, errors before warnings, since a person mends those first; and how many more there are.
    private func messages(_ findings: [Finding]) -> [DirectoryAPI.Finding] {
        findings.first(200, of: switchboard.configuration).map(DirectoryAPI.Finding.init)
    }
}
