package import Time

extension Coverage {
    /// Gaps as they are told and counted everywhere: those between which the client has no service are one, over nights and closed days, as in a
    /// forecast; with service in between, others.
    ///
    /// - Parameter gaps: All of `gaps`, or some of them.
    func joined(_ gaps: Timeline) -> [Interval] {
        let served = service.subtracting(gaps).intervals
        var stretches: [Interval] = []
        var place = 0
        for gap in gaps.intervals {
            while place < served.count, served[place].end <= (stretches.last?.end ?? .earliest) { place += 1 }
            let isApart = place < served.count && served[place].start < gap.start
            if !isApart, let last = stretches.last, let joined = Interval(from: last.start, until: gap.end) {
                stretches[stretches.count - 1] = joined
            } else {
                stretches.append(gap)
            }
        }
        return stretches
    }

    /// When nobody is available in service, joined over times without service.
    package var gapStretches: [Interval] { joined(gaps) }
}
