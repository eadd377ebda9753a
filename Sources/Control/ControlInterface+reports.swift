package import MajorAPI
import Routing
import Switchboard
package import Varlink

/// Everybody may read figures: they name nobody.
extension ControlInterface: ReportsMethods {
    package func metrics(
        _ request: ReportsAPI.Metrics, _ caller: VarlinkCaller<ReportsAPI.Metrics>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Metrics.Reply {
        ReportsAPI.Metrics.Reply(metrics: await metrics().map(ReportsAPI.Metric.init))
    }

    package func figures(
        _ request: ReportsAPI.Figures, _ caller: VarlinkCaller<ReportsAPI.Figures>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Figures.Reply {
        ReportsAPI.Figures.Reply(
            await metrics(), await sockets(), configuration: switchboard.configuration, state: state, at: now(),
            switchboard.table.clock)
    }
}
