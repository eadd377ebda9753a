import ArgumentParser
import Time
import Wording

/// Which case is meant: a word for it, which may be the number or the reference, or the reference alone.
struct CaseNaming: ParsableArguments {
    /// One of the two is there.
    struct One {
        let name: String?
        let reference: String?

        /// As it was written.
        var text: String { name ?? reference ?? "" }
    }

    @Option(
        help: "The case that has this reference: never a number of majord's, as programs want it.",
        completion: Completion.references)
    var ref: String?

    /// The case, and what stands behind it.
    ///
    /// - Parameters:
    ///   - words: What was typed: with `--ref` no word names the case.
    ///   - count: How many words stand behind the case's.
    func read(
        _ words: [String], behind count: Int = 0, _ language: Language
    ) throws -> (named: One, rest: [String]) {
        let usage = UsageWords(language)
        guard let ref else {
            guard let name = words.first, words.count == count + 1 else { throw ValidationError(usage.caseNeeds) }
            return (One(name: name, reference: nil), Array(words.dropFirst()))
        }
        guard words.count == count else {
            throw ValidationError(words.count > count ? usage.oneOf(["CASE", "--ref"]) : usage.caseNeeds)
        }
        return (One(name: nil, reference: ref), words)
    }
}
