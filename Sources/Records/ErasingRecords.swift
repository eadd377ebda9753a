package import Routing
package import Time

/// What is forgotten before its time, because somebody asks for it: one number or one person, everywhere. The methods block, and are durable, as
/// those of `RosterRecords`.
package protocol ErasingRecords: Sendable {
    /// Whether a version of the directory has a client.
    func hasVersion(of client: ClientID, _ reading: ErasureReading) throws(LedgerError) -> Bool

    /// What is known to be a contact's: the numbers that calls of his came from, that were learned as his, or that versions of the directory have of him, and his addresses there.
    func known(ofContact name: String, of client: ClientID, _ reading: ErasureReading) throws(LedgerError)
        -> ContactTraces

    /// Where the newest version of the directory's files names each, line 0: in a file's path; nil where it does not.
    func places(inFilesOf terms: [Erasure.Term], _ reading: ErasureReading) throws(LedgerError) -> [Place?]

    /// The terms with what is to take their place: what stands there already where it was broken off before, and numbers that no version of the
    /// files has.
    func prepared(_ terms: [Erasure.Term]) throws(LedgerError) -> [Erasure.Term]

    /// Looks for it, in slices: others read and write meanwhile.
    func find(_ erasure: Erasure) throws(LedgerError) -> ErasureOutline

    /// What stands in a stretch of what was found.
    func look(for erasure: Erasure, in stretch: ErasureOutline.Stretch) throws(LedgerError) -> ErasureFinding

    /// Puts tokens in the place of a part of what was found (`ErasureFinding.parts`), in one transaction.
    ///
    /// - Parameter first: What the part is the first of: a line into the history goes with it, so that the tokens are told of also where the rest is
    ///   broken off.
    /// - Returns: What of it has changed meanwhile, and was not written.
    func erase(part: ErasureFinding, firstOf first: Erasure?) throws(LedgerError) -> ErasureFinding

    /// Puts tokens in its place everywhere it was found or has come since, and a line without it into the history where there is none yet, in one transaction.
    ///
    /// - Returns: What was found and has come since; nil where something that was found has changed meanwhile, or there is a newer version of the directory: nothing is changed, and it
    ///   is to be looked for again.
    func erase(_ erasure: Erasure, _ found: ErasureFinding) throws(LedgerError) -> ErasureFinding?
}

/// How what people wrote is read.
package struct ErasureReading: Sendable {
    /// A telephone number; nil for what is none.
    package let number: @Sendable (String) -> PhoneNumber?
    /// The texts in a file of the directory; nil where it is no YAML.
    package let scalars: @Sendable (String) -> [FileScalar]?
    /// The path of a file that a text in the file with this path names; nil where it names none.
    package let file: @Sendable (FileScalar, String) -> String?

    package init(
        number: @escaping @Sendable (String) -> PhoneNumber?, scalars: @escaping @Sendable (String) -> [FileScalar]?,
        file: @escaping @Sendable (FileScalar, String) -> String?
    ) {
        self.number = number
        self.scalars = scalars
        self.file = file
    }
}

/// What is known to be a contact's.
package struct ContactTraces: Sendable, Equatable {
    package var numbers: [PhoneNumber] = []
    /// Those of them that another contact has or had.
    package var shared: Set<PhoneNumber> = []
    /// Mail addresses that nobody else has or had, and that the newest version of the directory's files does not have.
    package var addresses: [String] = []
    /// How many others there are.
    package var sharedAddresses = 0
    /// People whose names have his in them.
    package var namesakes: [String] = []
}

/// What is to be forgotten, by whom, and what is to stand in its place.
package struct Erasure: Sendable {
    package struct Owner: Sendable, Hashable {
        package let name: String
        package let client: ClientID

        package init(name: String, client: ClientID) {
            self.name = name
            self.client = client
        }
    }

    package struct Term: Sendable {
        package enum Identifier: Sendable, Hashable {
            case number(PhoneNumber)
            case contact(String, of: ClientID)
        }

        package let identifier: Identifier
        /// Tells nothing but that two rows had the same.
        package let token: String
        /// To which the number of a call is cut.
        package let block: NumberBlock?
        /// A contact's mail addresses, which go with his name, wherever they stand.
        package let addresses: [String]
        /// People whose names have a contact's in them: those stay.
        package let namesakes: [String]
        /// Whose number it is, where others have or had it, too: it goes in what is known to be his alone.
        package let owner: Owner?
        /// Stands for a number in old versions of the files, which are to be read yet.
        package let standIn: String

        package init(
            _ identifier: Identifier, token: String, block: NumberBlock? = nil, addresses: [String] = [],
            namesakes: [String] = [], owner: Owner? = nil, standIn: String = ""
        ) {
            self.identifier = identifier
            self.token = token
            self.block = block
            self.addresses = addresses
            self.namesakes = namesakes
            self.owner = owner
            self.standIn = standIn
        }

        func with(token: String, standIn: String) -> Term {
            Term(
                identifier, token: token, block: block, addresses: addresses, namesakes: namesakes, owner: owner,
                standIn: standIn)
        }
    }

    package let terms: [Term]
    package let user: String
    package let instant: Instant
    /// A call that came since then and is not over goes on.
    package let ongoingSince: Instant
    package let reading: ErasureReading

    package init(
        _ terms: [Term], by user: String, at instant: Instant, ongoingSince: Instant,
        reading: ErasureReading
    ) {
        self.terms = terms
        self.user = user
        self.instant = instant
        self.ongoingSince = ongoingSince
        self.reading = reading
    }

    /// In how many records it was.
    package struct Counts: Sendable, Equatable {
        package var calls = 0
        package var missed = 0
        package var cases = 0
        package var learned = 0
        package var history = 0
        package var events = 0
        /// Of absences, deputyships and requests, and of how calendars were read.
        package var notes = 0
        /// Texts of versions of the directory.
        package var files = 0

        package init() {}

        package var total: Int { calls + missed + cases + learned + history + events + notes + files }
    }
}
