/// Which of a decision's targets the PBX has been given.
package struct TargetTurns: Sendable, Equatable {
    /// The position of the one that was given last: the first with the decision itself. The number of targets once there was none left.
    package private(set) var given: Int
    /// How many had had their turn when that one was asked for.
    private var tried: Int?

    package init(given: Int = 0) {
        self.given = given
    }

    /// Whether the one that was given last is what follows so many: then it is asked for again, and the answer is the same.
    package func isAskedAgain(after tried: Int) -> Bool {
        self.tried == tried
    }

    package mutating func give(_ position: Int, after tried: Int) {
        given = position
        self.tried = tried
    }
}
