/// The targets of a pair, put together once for every case of who is available: deciding a call builds no list.
///
/// Clients with the same pair share one.
final class PairTargets: Sendable {
    let both: [Target]
    let primaryOnly: [Target]
    let backupOnly: [Target]

    /// - Parameters:
    ///   - ring: Seconds for each phone.
    ///   - overflow: What follows when nobody answers.
    init(primary: Agent, backup: Agent, ring: Int, overflow: [Target]) {
        let first = [Target(role: .primary, phone: primary.phone, agent: primary.id, ring: ring)]
        let second = [Target(role: .backup, phone: backup.phone, agent: backup.id, ring: ring)]
        // A pair of one and the same person, which no good directory has, rings once.
        both = primary.id == backup.id ? first + overflow : first + second + overflow
        primaryOnly = first + overflow
        backupOnly = second + overflow
    }
}
