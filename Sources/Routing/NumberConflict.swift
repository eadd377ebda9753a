/// Two places in a directory that claim the same numbers with equal right.
package struct NumberConflict: Sendable, Equatable {
    /// One of the two claims.
    package struct Claim: Sendable, Equatable {
        package let client: ClientID
        package let written: WrittenBlock
    }

    /// The claim that stands first in the directory.
    package let first: Claim
    package let second: Claim

    /// Every claim to a single number that is claimed already, and every pair of blocks of equal width with numbers in
    /// common.
    ///
    /// A contact's mobile number is a single number. Within one client the same number may be a contact's and the client's own: the
    /// contact wins. Claims of one client to the same block are listed, too.
    package static func all(in clients: [Client]) -> [NumberConflict] {
        var conflicts: [NumberConflict] = []
        var singles: [PhoneNumber: (claim: Claim, isContact: Bool)] = [:]
        var blocks: [Claim] = []
        func claim(_ claim: Claim, isContact: Bool) {
            guard case .single(let number) = claim.written.block else {
                blocks.append(claim)
                return
            }
            if let earlier = singles[number] {
                let isOwnContact = earlier.claim.client == claim.client && earlier.isContact != isContact
                if isOwnContact {
                    // A second contact with the number has none of the first one's right.
                    singles[number] = (claim, isContact)
                } else {
                    conflicts.append(NumberConflict(first: earlier.claim, second: claim))
                }
            } else {
                singles[number] = (claim, isContact)
            }
        }
        for client in clients {
            for number in client.numbers { claim(Claim(client: client.id, written: number), isContact: false) }
            for mobile in client.contacts.compactMap(\.mobile) {
                claim(Claim(client: client.id, written: mobile), isContact: true)
            }
        }
        var sweep = BlockSweep(blocks.map(\.written.block))
        while sweep.next() != nil {}
        return conflicts + sweep.conflicts.map { NumberConflict(first: blocks[$0.first], second: blocks[$0.second]) }
    }
}
