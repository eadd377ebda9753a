/// Why the database has not been usable since it was last, each cause as it was told: once, however its numbers vary, and the first few alone.
struct ToldOutages {
    private static let most = 8
    private var causes: Set<String> = []

    /// - Returns: Whether it is to be told.
    mutating func take(_ cause: String) -> Bool {
        guard causes.count < Self.most else { return false }
        return causes.insert(cause.filter { !$0.isNumber }).inserted
    }
}
