/// One of the servers that libpq's words name.
struct PostgreSQLPlace: Sendable, Equatable {
    /// What stands over the words.
    let options: [(key: String, value: String)]

    static func == (first: Self, second: Self) -> Bool {
        first.options.elementsEqual(second.options, by: ==)
    }

    /// The servers, where one of several is of use and it does not matter which is asked first; else one, which is all that the words name, in their order.
    static func places(in words: [String: String]) -> [Self] {
        let whole = [Self(options: [])]
        guard ["read-write", "primary"].contains(words["target_session_attrs"]) else { return whole }
        let lists = ["host", "hostaddr", "port"].compactMap { key in
            words[key].map { (key, $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
        }
        let count = lists.map(\.1.count).max() ?? 1
        // One port is that of all. What does not fit together is told by libpq.
        let rest = lists.filter { $0.0 != "port" || $0.1.count > 1 }
        guard count > 1, rest.allSatisfy({ $0.1.count == count }) else { return whole }
        return (0..<count).map { place in Self(options: rest.map { ($0.0, $0.1[place]) }) }
    }
}
