import DirectoryFiles
import Logging
import Numbering
package import Records
package import Routing
import ShownText
package import Time
package import Wording

/// Why nothing was learned, or told. Nothing was changed.
package enum NumberRefusal: Error, Sendable {
    case notAllowed(Right)
    /// No telephone number, or one that nobody calls from.
    case invalidNumber(String, NumberWords.Unfit)
    /// No client has this identifier; the nearest that there is.
    case unknownClient(String, nearest: String?)
    /// A name or function that is no line of 1 to 200 bytes, or a function without a name.
    case invalidContact
    /// The files have the number as this client's, and count.
    case inFiles(PhoneNumber, Client, Place)
    case notLearned(PhoneNumber)
    case ledger(LedgerError)
}

/// A caller whom nobody knows.
package struct UnknownCaller: Sendable, Equatable {
    package let number: PhoneNumber
    package let calls: Int
    package let last: Instant
    /// The client's block whose numbers begin most like his.
    package let nearest: NearestBlock?
}

extension Switchboard {
    /// A number that was learned.
    package struct Learned: Sendable {
        package let learned: LearnedNumber
        /// What was learned of it before.
        package let before: LearnedNumber?
        package let generation: UInt64
    }

    /// How many callers are told at the most.
    package static let unknownCallerLimit = 1_000

    /// A number is a client's from now on. Refused where the files know it already: they count.
    package func learn(
        _ text: String, client id: String, contact: String?, function: String?, by requester: Requester
    ) async throws(NumberRefusal) -> Learned {
        try await change { () throws(NumberRefusal) in
            let number = try learnable(text, requester)
            guard let client = table.directory.clients.first(where: { $0.id.description == id }) else {
                let ids = table.directory.clients.map(\.id.description)
                throw .unknownClient(id, nearest: NearestWord.nearest(to: id, among: ids))
            }
            guard [contact, function].allSatisfy({ $0.map(Self.isLine) != false }), contact != nil || function == nil
            else { throw .invalidContact }
            return try await learn(
                number, .client(client.id, contact: contact, function: function), by: requester)
        }
    }

    /// Calls of a number go to the overflow from now on. Refused for one that the files know.
    package func refuse(_ text: String, by requester: Requester) async throws(NumberRefusal) -> Learned {
        try await change { () throws(NumberRefusal) in
            try await learn(try learnable(text, requester), .refused, by: requester)
        }
    }

    /// What was learned of a number is forgotten.
    package func unlearn(
        _ text: String, by requester: Requester
    ) async throws(NumberRefusal) -> (removed: LearnedNumber, generation: UInt64) {
        try await change { () throws(NumberRefusal) in
            let number = try learnable(text, requester)
            guard let known = table.roster.learnedNumbers.first(where: { $0.number == number }) else {
                throw .notLearned(number)
            }
            let generation = try await write(.unlearn(number), by: requester)
            report(
                "What was entered of \(logged(number)) was removed by \(requester.user)", known, generation, requester)
            return (known, generation)
        }
    }

    /// The numbers that were learned, with the table that has them.
    package nonisolated func learnedNumbers(
        by requester: Requester
    ) throws(NumberRefusal) -> (numbers: [LearnedNumber], table: RoutingTable) {
        guard requester.isManager else { throw .notAllowed(.manageNumbers) }
        let table = table
        return (table.roster.learnedNumbers, table)
    }

    /// Callers of exclusive numbers whom nobody knew, and nobody knows by now; who called last comes first.
    ///
    /// - Returns: Also whether there are more than are told.
    package nonisolated func unknownCallers(
        since instant: Instant?, by requester: Requester
    ) async throws(NumberRefusal) -> (callers: [UnknownCaller], areMore: Bool) {
        guard requester.isManager else { throw .notAllowed(.manageNumbers) }
        let (calls, table, limit) = (ledger.calls, table, Self.unknownCallerLimit)
        let read = await BackgroundThread.run("majord-unknown") {
            Result { () throws(LedgerError) in
                try calls.callersDecided(as: .cause(.unknownCaller), since: instant ?? .earliest)
            }
        }
        do throws(LedgerError) {
            let left = try read.get().filter { !table.isKnown($0.number) }
            let nearest = NearestBlocks(table.directory)
            let told = left.prefix(limit).map { caller in
                UnknownCaller(
                    number: caller.number, calls: caller.calls, last: caller.last, nearest: nearest[caller.number])
            }
            return (told, left.count > limit)
        } catch {
            throw .ledger(error)
        }
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf16.count <= 200 && !text.unicodeScalars.contains(where: \.isControl)
    }

    /// A number in any form that files take, too.
    private func learnable(_ text: String, _ requester: Requester) throws(NumberRefusal) -> PhoneNumber {
        guard requester.isManager else { throw .notAllowed(.manageNumbers) }
        let number: PhoneNumber
        do throws(NumberError) {
            number = try desk.current.value.numbers.number(text)
        } catch {
            throw .invalidNumber(text, NumberWords.Unfit(error))
        }
        guard !table.isExclusive(.number(number)) else {
            throw .invalidNumber(text, .exclusive)
        }
        return number
    }

    private func learn(
        _ number: PhoneNumber, _ meaning: LearnedNumber.Meaning, by requester: Requester
    ) async throws(NumberRefusal) -> Learned {
        let before = table.roster.learnedNumbers.first { $0.number == number }
        let instant = now()
        let learned = LearnedNumber(number: number, meaning: meaning, enteredBy: requester.user, enteredAt: instant)
        switch table.idleCause(of: learned) {
        case .contradicted(let id, let place):
            if let client = table.directory.clients.first(where: { $0.id == id }) {
                throw .inFiles(number, client, place)
            }
        case .inFiles(let place):
            if case .client(let id, _, _) = meaning, let client = table.directory.clients.first(where: { $0.id == id })
            {
                throw .inFiles(number, client, place)
            }
        case .unknownClient, nil: break
        }
        let generation = try await write(.learn(number, meaning), by: requester)
        let what =
            switch meaning {
            case .client(let client, _, _): "is client \(client)'s from now on, entered"
            case .refused: "is refused from now on, entered"
            }
        report("\(logged(number)) \(what) by \(requester.user)", learned, generation, requester)
        let entered = table.roster.learnedNumbers.first { $0.number == number } ?? learned
        return Learned(learned: entered, before: before, generation: generation)
    }

    private func write(_ step: RosterWriting.Step, by requester: Requester) async throws(NumberRefusal) -> UInt64 {
        do throws(RosterRefusal) {
            return try await write(RosterWriting(by: requester.user, at: now(), [step])).generation
        } catch {
            guard case .ledger(let error) = error else { throw .notAllowed(.manageNumbers) }
            throw .ledger(error)
        }
    }

    /// As the directory has numbers told in the journal.
    private func logged(_ number: PhoneNumber) -> String {
        let rule = table.directory.settings.logNumbers
        return PartyWords().party(.number(number), rule)?.capitalizingFirst ?? "A number"
    }

    private func report(
        _ text: String, _ learned: LearnedNumber, _ generation: UInt64, _ requester: Requester
    ) {
        var fields: Logger.Metadata = ["generation": "\(generation)"]
        if case .client(let client, _, _) = learned.meaning { fields["client"] = "\(client)" }
        logger.report(.numberChanged, text, requester.fields.merging(fields) { own, _ in own })
    }
}

extension NumberWords.Unfit {
    /// Of a single number: what is wrong with blocks alone is no number.
    init(_ error: NumberError) {
        self =
            switch error {
            case .tooLong: .tooLong
            case .wrongLength: .wrongLength
            case .notANumber, .badRangeEnd, .rangeEndsBeforeStart, .badPrefix, .prefixTooShort: .noNumber
            }
    }
}
