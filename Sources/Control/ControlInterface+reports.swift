package import MajorAPI
package import Varlink

extension ControlInterface: ReportsMethods {
    /// Everybody may read them: they name nobody.
    package func figures(
        _ request: ReportsAPI.Figures, _ caller: VarlinkCaller<ReportsAPI.Figures>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Figures.Reply {
        await figures()
    }
}
