/// Counts connections that were closed at once and reports them at most once a minute.
struct RefusalLog {
    private let report: PBXListener.RefusalReport
    private var unreported = 0
    private var lastReport: Int64?

    init(report: @escaping PBXListener.RefusalReport) {
        self.report = report
    }

    /// - Parameter now: Milliseconds of the loop's clock.
    mutating func note(at now: Int64) {
        unreported += 1
        if let lastReport, now - lastReport < 60_000 { return }
        lastReport = now
        report(unreported)
        unreported = 0
    }
}
