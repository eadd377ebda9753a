package import Time

/// Programs that are told of events.
package struct NotifyWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package func noFolder(_ path: String) -> String {
        language.said(
            en: "the folder \(path) is not there, or not to be read; make it, or name another one with --folder",
            nl: "de map \(path) is er niet, of is niet te lezen; maak hem, of noem een andere met --folder")
    }

    package func noProgram(_ name: String, in folder: String, known: [String]) -> String {
        let suggestion = NearestWord.nearest(to: name, among: known).map {
            language.said(en: "; did you mean `\($0)`?", nl: "; bedoel je `\($0)`?")
        }
        return language.said(
            en: "\(folder) has no program \(name) that can be run", nl: "in \(folder) staat geen programma \(name)")
            + (suggestion ?? "")
    }

    package func skipped(_ program: String, _ number: Int) -> String {
        language.said(
            en: "\(program) is told of what happens after event \(number).",
            nl: "\(program) krijgt te horen wat er na gebeurtenis \(number) gebeurt.")
    }
}
