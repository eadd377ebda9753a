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
        switch await switchboard.reload() {
        case .done(let difference, let generation, let warnings):
            return DirectoryAPI.Reloaded(
                difference, summary: difference.summary, generation: generation, warnings: Self.messages(warnings))
        case .refused(let findings):
            throw VarlinkError(
                DirectoryAPI.refused,
                encoding: DirectoryAPI.Refused(
                    generation: switchboard.table.generation, findings: Self.messages(findings)))
        }
    }

    @Sendable private func check(_ context: VarlinkContext) async throws(VarlinkError) -> DirectoryAPI.Checked {
        try await authorise(context)
        return DirectoryAPI.Checked(findings: Self.messages(await switchboard.check()))
    }

    private func authorise(_ context: VarlinkContext) async throws(VarlinkError) {
        let requester = await groups.requester(context.peer)
        guard requester.mayManageDirectory else { throw denied(.manageDirectory, requester, context) }
    }

    /// At most the first 200: a person mends those first.
    private static func messages(_ findings: [Finding]) -> [DirectoryAPI.Finding] {
        findings.prefix(200).map { finding in
            DirectoryAPI.Finding(
                file: finding.place.file, line: finding.place.line, column: finding.place.column,
                severity: finding.severity == .error ? "error" : "warning", text: finding.text)
        }
    }
}
