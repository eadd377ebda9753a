import DirectoryFiles
import Numbering
import Records
import Routing
import Time
import Wording

/// What is meant by what somebody wishes to be forgotten.
extension Switchboard {
    func erasure(
        _ wish: ForgetWish, by requester: Requester
    ) async throws(ForgetRefusal) -> (erasure: Erasure, left: Int) {
        let (numbers, table) = (desk.current.value.numbers, table)
        let reading = ErasureReading(
            number: { try? numbers.number($0) }, scalars: FileScalar.list, file: { $0.file(namedIn: $1) })
        let found: FoundTerms
        let instant = now()
        switch wish {
        case .number(let text):
            let number: PhoneNumber
            do throws(NumberError) {
                number = try numbers.number(text)
            } catch {
                throw .invalidNumber(text, NumberWords.Unfit(error))
            }
            found = try await terms(Self.term(.number(number), block: table.block(around: number)), reading)
        case .contact(let name, let client):
            try await check(client, reading)
            found = try await terms(ofContact: name, ClientID(client), table, reading)
        }
        if let place = found.place { throw .inFiles(place) }
        let (terms, erasing) = (found.terms, ledger.erasing)
        let prepared = try await work { () throws(LedgerError) in try erasing.prepared(terms) }
        let since = instant.advanced(by: Milliseconds(-table.directory.settings.maxCall.count))
        let erasure = Erasure(prepared, by: requester.user, at: instant, ongoingSince: since, reading: reading)
        return (erasure, found.left)
    }

    private struct FoundTerms: Sendable {
        /// Where the files name it.
        var place: Place?
        var terms: [Erasure.Term] = []
        var left = 0
    }

    /// Of a client who has left the directory there may be something yet.
    private func check(_ name: String, _ reading: ErasureReading) async throws(ForgetRefusal) {
        let (client, reports, erasing) = (ClientID(name), ledger.reports, ledger.erasing)
        guard table.client(client) == nil else { return }
        let isKnown = try await work { () throws(LedgerError) in
            if try reports.isRecorded(client) { return true }
            return try erasing.hasVersion(of: client, reading)
        }
        guard !isKnown else { return }
        throw .unknownClient(name, nearest: Self.nearestClient(to: name, table))
    }

    private func terms(_ term: Erasure.Term, _ reading: ErasureReading) async throws(ForgetRefusal) -> FoundTerms {
        let erasing = ledger.erasing
        return try await work { () throws(LedgerError) in
            if let place = try erasing.places(inFilesOf: [term], reading).first ?? nil {
                return FoundTerms(place: place)
            }
            return FoundTerms(terms: [term])
        }
    }

    /// A contact with his numbers: those that others have or had, too, or that the files name, go in what is his.
    private func terms(
        ofContact name: String, _ client: ClientID, _ table: RoutingTable, _ reading: ErasureReading
    ) async throws(ForgetRefusal) -> FoundTerms {
        let erasing = ledger.erasing
        return try await work { () throws(LedgerError) in
            let known = try erasing.known(ofContact: name, of: client, reading)
            let person = Self.term(
                .contact(name, of: client), block: nil, addresses: known.addresses, namesakes: known.namesakes)
            if let place = try erasing.places(inFilesOf: [person], reading).first ?? nil {
                return FoundTerms(place: place)
            }
            func term(_ number: PhoneNumber, _ owner: Erasure.Owner?) -> Erasure.Term {
                Self.term(.number(number), block: table.block(around: number), owner: owner)
            }
            let named = try erasing.places(inFilesOf: known.numbers.map { term($0, nil) }, reading)
            let his = zip(known.numbers, named).map { number, place in
                let isHisAlone = place == nil && !known.shared.contains(number)
                return term(number, isHisAlone ? nil : Erasure.Owner(name: name, client: client))
            }
            return FoundTerms(
                terms: [person] + his, left: his.count { $0.owner != nil } + known.sharedAddresses)
        }
    }

    private nonisolated static func term(
        _ identifier: Erasure.Term.Identifier, block: NumberBlock?, addresses: [String] = [],
        namesakes: [String] = [], owner: Erasure.Owner? = nil
    ) -> Erasure.Term {
        let token = String(UInt64.random(in: 0..<(1 << 48)), radix: 16)
        return Erasure.Term(
            identifier, token: String(repeating: "0", count: 12 - token.count) + token, block: block,
            addresses: addresses, namesakes: namesakes, owner: owner)
    }
}
