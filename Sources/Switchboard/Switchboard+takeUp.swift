import Records
import Routing
import Time

extension Switchboard {
    /// How many calls are taken up before the first question is answered: a PBX whose question was lost asks again at once.
    static let takenUpAtOnce = 500
    /// The calls of so long a time are read together; in between others have their turn at the ledger.
    private static let takenUpTogether = Milliseconds(250)

    /// Takes up the calls that were decided before the daemon was started, the newest first, as far back as they may still be asked about,
    /// while calls are answered.
    package nonisolated func takeUpRecordedCalls() async {
        let started = now()
        let (ledger, desk, table) = (ledger.calls, desk, table)
        await BackgroundThread.run("majord-take-up") {
            let maxCall = table.directory.maxCall
            let endedSince = started.advanced(by: Milliseconds(-FollowedCalls.endedMemory.count))
            let progress = try? ledger.progress(
                from: endedSince.advanced(by: Milliseconds(-maxCall.count)), until: started, endedSince: endedSince,
                limit: FollowedCalls.endedCapacity)
            desk.resume((progress ?? []).map(FollowedCall.init))
            var end = started
            var left = RecentCalls.capacity
            let oldest = started.advanced(by: Milliseconds(-RecentCalls.memory.count))
            while left > 0, end > oldest, !desk.notes.isFinished {
                let start = end.advanced(by: Milliseconds(-Self.takenUpTogether.count))
                // Whoever cannot read the ledger now hears of it from the recorder.
                guard let recent = try? ledger.recentDecisions(from: start, until: end, limit: left) else { return }
                desk.remember(recent.compactMap { RecordedCall($0.record, $0.progress, in: table) })
                left -= recent.count
                end = start
            }
        }
    }
}
