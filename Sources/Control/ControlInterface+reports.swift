import MajorAPI
import Varlink

extension ControlInterface {
    var reportsInterface: VarlinkInterface {
        VarlinkInterface(
            name: ReportsAPI.interface, description: InterfaceTexts.reports,
            methods: ["Figures": VarlinkMethod(reportFigures)])
    }

    /// Everybody may read them: they name nobody.
    @Sendable private func reportFigures(_ context: VarlinkContext) async throws(VarlinkError) -> ReportsAPI.Figures {
        await figures()
    }
}
