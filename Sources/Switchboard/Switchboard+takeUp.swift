import Records
import Routing
import Time

extension Switchboard {
    /// How many calls are taken up before the first question is answered, beside those that agents have: a PBX whose question was lost
    /// asks again at once.
    static let takenUpAtOnce = 500
    /// So many are read together; in between others have their turn at the ledger.
    private static let takenUpTogether = 100

    /// Takes up the other calls that were asked about or reported of before the daemon was started, the newest first, as far back as they
    /// may still be, while calls are answered.
    package nonisolated func takeUpRecordedCalls() async {
        let started = now()
        // What a call came to may wait on this machine: then that is read.
        let (calls, desk) = (ledger.atStart.calls, desk)
        let maxCall = table.directory.settings.maxCall
        let since = TakeUp(at: started, maxCall: maxCall)
        await BackgroundThread.run("majord-take-up") {
            // The longest of those that ended late enough.
            let oldest = since.ended.advanced(by: Milliseconds(-maxCall.count))
            var (end, left) = (started, RecentCalls.capacity + FollowedCalls.endedCapacity)
            while left > 0, !desk.notes.isFinished {
                // Whoever cannot read the ledger now hears of it from the recorder.
                let records = try? calls.calls(
                    toTakeUp: since, from: oldest, until: end, withHeld: false, limit: Self.takenUpTogether)
                guard let records else { return }
                desk.takeUp(records)
                guard records.count == Self.takenUpTogether, let last = records.last?.noted else { return }
                left -= records.count
                // Others may have been noted within the same millisecond; those that are known are left out.
                let next = last.advanced(by: Milliseconds(1))
                end = next < end ? next : last
            }
        }
    }
}

extension TakeUp {
    init(at instant: Instant, maxCall: Milliseconds) {
        self.init(
            decided: instant.advanced(by: Milliseconds(-RecentCalls.memory.count)),
            ended: instant.advanced(by: Milliseconds(-FollowedCalls.endedMemory.count)),
            held: instant.advanced(by: Milliseconds(-maxCall.count)))
    }
}
