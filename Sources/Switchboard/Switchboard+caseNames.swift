import Records
import Routing

/// Which case somebody means: for all who name one.
extension Switchboard {
    /// The open case that is named, or else the last of those that are closed. Nil where none ever had the reference or the number.
    nonisolated func caseFile(_ name: CaseName) async throws(LedgerError) -> KeptCaseFile? {
        let cases = table.roster.cases
        switch name {
        case .number(let id):
            if let open = cases.first(where: { $0.id == id }) { return KeptCaseFile(open, closed: nil) }
            return try await newest(CaseQuery(id: id, areClosedTold: true, limit: 1))
        case .reference(let reference, let number):
            if let open = Self.open(reference, among: cases) { return KeptCaseFile(open, closed: nil) }
            // Whoever says the same twice does not mean another case that has the number.
            let closed = try await newest(CaseQuery(reference: reference, areClosedTold: true, limit: 1))
            guard closed == nil, let number else { return closed }
            return try await caseFile(.number(number))
        }
    }

    /// The open case with a reference.
    ///
    /// - Parameter reference: As `CaseName.folded` gives it; one that was kept by a majord of before may have other blanks.
    nonisolated static func open(_ reference: String, among cases: [Case]) -> Case? {
        cases.first { $0.reference == reference }
            ?? cases.first { $0.reference.map(CaseName.folded) == reference }
    }

    /// The number of the case that is named, also of one of which the history alone is left.
    nonisolated func caseNumber(_ name: CaseName) async throws(LedgerError) -> Int64? {
        if let file = try await caseFile(name)?.file { return file.id }
        return switch name {
        case .number(let id), .reference(_, orNumber: .some(let id)): id
        case .reference: nil
        }
    }

    private nonisolated func newest(_ query: CaseQuery) async throws(LedgerError) -> KeptCaseFile? {
        let records = ledger.cases
        let read = await BackgroundThread.run("majord-cases") {
            Result { () throws(LedgerError) in try records.cases(query) }
        }
        return try read.get().first
    }
}
