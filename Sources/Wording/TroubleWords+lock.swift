/// The ledger, while another process has it locked.
extension TroubleWords {
    /// Nothing can be written for now, but calls go on.
    ///
    /// - Parameter name: The process's program, where it is known.
    package func ledgerLocked(_ process: Int32, _ name: String?, waiting: Int) -> String {
        let who = "\(process)\(name.map { " (\($0))" } ?? "")"
        return language.said(
            en:
                "degraded: process \(who) has the ledger locked: \(refused(waiting)); have it end its transaction, or end it: kill \(process)",
            nl:
                "beperkt: proces \(who) houdt het register vergrendeld: \(refused(waiting)); laat het zijn transactie beëindigen, of beëindig het: kill \(process)"
        )
    }
}
