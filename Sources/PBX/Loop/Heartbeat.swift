extension PBXListener {
    /// Tells somebody outside, such as systemd's watchdog, that the loop goes round.
    package struct Heartbeat: Sendable {
        /// A beat comes when so many milliseconds have passed, as soon as the loop gets to it: half of the time after which the loop
        /// counts as hanging.
        package let interval: Int64
        /// Called on the loop's own thread and on no other, so that nothing beats for a loop that hangs. The first beat comes as the
        /// loop starts, the last one as it ends.
        package let beat: @Sendable () -> Void

        package init(interval: Int64, beat: @escaping @Sendable () -> Void) {
            self.interval = max(interval, 1)
            self.beat = beat
        }
    }
}
