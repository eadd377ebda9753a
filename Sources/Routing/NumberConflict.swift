/// Two places in a directory that claim the same numbers.
package struct NumberConflict: Sendable, Equatable {
    /// One of the two claims.
    package struct Claim: Sendable, Equatable {
        package let client: ClientID
        package let written: WrittenBlock
    }

    package enum Kind: Sendable {
        /// Both claim the same numbers.
        case same
        /// Each claims numbers that the other does not, beside those of both.
        case crossing
        /// The second claim lies inside the first, of another client: the narrower one counts.
        case nested
        /// The second claim lies over more than 100 others, of which the first is one; what comes after it was not looked at.
        case deep
    }

    package let kind: Kind
    /// Of claims to the same numbers and of crossing ones the one that stands first in the directory, of nested ones the wider.
    package let first: Claim
    package let second: Claim

    /// Every claim to numbers that are claimed already, every pair of crossing blocks, and every claim inside a block of another client;
    /// at most 1,000 of a kind.
    ///
    /// A contact's mobile number is a single number. Within one client the same number may be a contact's and the client's own: the
    /// contact wins. Other claims of one client to the same numbers are listed, too.
    package static func all(in clients: [Client]) -> [NumberConflict] {
        var claims = Claims()
        for client in clients {
            for number in client.numbers { claims.add(Claim(client: client.id, written: number), isContact: false) }
            for mobile in client.contacts.compactMap(\.mobile) {
                claims.add(Claim(client: client.id, written: mobile), isContact: true)
            }
        }
        return claims.conflicts
    }

    private struct Claims {
        private var same: [NumberConflict] = []
        /// Where a single number stands among `numbers` and `holders`.
        private var singles: [PhoneNumber: Int32] = [:]
        /// Single numbers in the order of the directory.
        private var numbers: [(number: PhoneNumber, claim: Claim)] = []
        /// Whose each of them is by now.
        private var holders: [(claim: Claim, isContact: Bool)] = []
        private var blocks: [Claim] = []

        mutating func add(_ claim: Claim, isContact: Bool) {
            guard case .single(let number) = claim.written.block else {
                blocks.append(claim)
                return
            }
            guard let place = singles[number] else {
                singles[number] = Int32(truncatingIfNeeded: numbers.count)
                numbers.append((number, claim))
                holders.append((claim, isContact))
                return
            }
            let earlier = holders[Int(place)]
            if earlier.claim.client == claim.client, earlier.isContact != isContact {
                // A second contact with the number has none of the first one's right.
                holders[Int(place)] = (claim, isContact)
            } else if same.count < BlockSweep.overlapLimit {
                same.append(NumberConflict(kind: .same, first: earlier.claim, second: claim))
            }
        }

        var conflicts: [NumberConflict] {
            var sweep = BlockSweep(blocks.map(\.written.block))
            var stretches: [BlockSweep.Stretch] = []
            while !sweep.isTooDeep, let stretch = sweep.next() { stretches.append(stretch) }
            let overlaps = sweep.overlaps.compactMap { overlap -> NumberConflict? in
                let (first, second) = (blocks[overlap.first], blocks[overlap.second])
                switch overlap.kind {
                case .same: return NumberConflict(kind: .same, first: first, second: second)
                case .crossing: return NumberConflict(kind: .crossing, first: first, second: second)
                case .deep: return NumberConflict(kind: .deep, first: first, second: second)
                case .nested:
                    return first.client == second.client
                        ? nil : NumberConflict(kind: .nested, first: first, second: second)
                }
            }
            return same + overlaps + numbersInBlocks(stretches)
        }

        /// Single numbers inside another client's block.
        private func numbersInBlocks(_ stretches: [BlockSweep.Stretch]) -> [NumberConflict] {
            guard !stretches.isEmpty else { return [] }
            var nested: [NumberConflict] = []
            for (number, claim) in numbers where nested.count < BlockSweep.overlapLimit {
                guard let stretch = Self.stretch(at: number, stretches),
                    let index = stretch.blocks.first(where: { blocks[$0].written.block.contains(number) }),
                    blocks[index].client != claim.client
                else { continue }
                nested.append(NumberConflict(kind: .nested, first: blocks[index], second: claim))
            }
            return nested
        }

        /// The last stretch that starts at the number or before.
        private static func stretch(at number: PhoneNumber, _ stretches: [BlockSweep.Stretch]) -> BlockSweep.Stretch? {
            let padded = number.padded(from: number.count)
            var (low, high) = (0, stretches.count)
            while low < high {
                let middle = (low + high) / 2
                if stretches[middle].start <= padded { low = middle + 1 } else { high = middle }
            }
            return low == 0 ? nil : stretches[low - 1]
        }
    }
}
