extension RoutingTable {
    /// The range or prefix of a client's that a number is in: what may be told of the number when nobody is to know it any more.
    package func block(around number: PhoneNumber) -> NumberBlock? {
        guard let entry = numbers.block(around: number) else { return nil }
        let owner = owners[Int(entry)]
        return owner.isContact ? nil : clients[Int(owner.client)].client.numbers[Int(owner.index)].block
    }
}
