import Records

/// Erases what nobody waits for, one stretch of rows after the other: little of it is in memory at a time, however much there is.
struct ErasureRun {
    /// What goes together at the end: what is open, and what others have changed meanwhile.
    private(set) var rest: ErasureFinding
    private(set) var erased = ErasureTally()
    /// Where it broke off.
    private(set) var failure: LedgerError?
    private let erasing: any ErasingRecords
    private let erasure: Erasure
    /// How many rows one transaction takes.
    private let rowsAtOnce: Int
    private let progress: ErasureProgress

    init(
        _ erasing: any ErasingRecords, _ erasure: Erasure, rest: ErasureFinding, rowsAtOnce: Int,
        _ progress: ErasureProgress
    ) {
        self.erasing = erasing
        self.erasure = erasure
        self.rest = rest
        self.rowsAtOnce = rowsAtOnce
        self.progress = progress
    }

    /// Rows that name a contact come last, so that whoever asks again after it broke off finds his numbers.
    mutating func run(_ stretches: [ErasureOutline.Stretch]) {
        do throws(LedgerError) {
            var named: [ErasureOutline.Stretch] = []
            for stretch in stretches {
                guard stretch.hasOthers else {
                    named.append(stretch)
                    continue
                }
                let found = try erasing.look(for: erasure, in: stretch).parts(atMost: rowsAtOnce)
                if !found.named.isEmpty { named.append(stretch) }
                rest.add(found.rest)
                try erase(found.parts)
            }
            for stretch in named {
                let found = try erasing.look(for: erasure, in: stretch).parts(atMost: rowsAtOnce)
                rest.add(found.rest)
                try erase(found.parts + found.named)
            }
        } catch {
            failure = error
        }
    }

    private mutating func erase(_ parts: [ErasureFinding]) throws(LedgerError) {
        for part in parts {
            let overtaken = try erasing.erase(part: part, firstOf: rest.isNoted ? nil : erasure)
            rest.isNoted = true
            erased.add(part, of: erasure)
            rest.add(overtaken)
            progress.note(part.count)
        }
    }
}
