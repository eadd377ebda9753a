import Mustache
import Sheets

/// The pages' templates, which are in the program.
package struct Templates: Sendable {
    private let library: MustacheLibrary

    /// What templates are filled with: texts, which are escaped, lists, and values of the same kind.
    typealias Values = [String: Any]

    /// - Throws: Where one of them is none.
    package init() throws {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        var library = MustacheLibrary()
        for (name, bytes) in Self.files {
            let text = "{{% CONTENT_TYPE:\(Markup.name)}}\n" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: name)
        }
        self.library = library
    }

    func text(_ name: String, _ values: Values) -> String {
        library.render(Self.filled(values), withTemplate: name) ?? ""
    }

    /// The same values, with what is empty as nothing: its section is left out, and it is not looked for farther out.
    private static func filled(_ values: Values) -> Values {
        values.mapValues { value in
            switch value {
            case let text as String where text.isEmpty: Blank()
            case let inner as Values: filled(inner)
            case let list as [Values]: list.map(filled)
            default: value
            }
        }
    }

    private static let files: [(String, [UInt8])] = [
        ("page", PackageResources.page_mustache), ("counters", PackageResources.counters_mustache),
        ("troubles", PackageResources.troubles_mustache), ("calls", PackageResources.calls_mustache),
        ("people", PackageResources.people_mustache), ("now", PackageResources.now_mustache),
        ("mistake", PackageResources.mistake_mustache), ("clients", PackageResources.clients_mustache),
        ("client", PackageResources.client_mustache), ("me", PackageResources.me_mustache),
        ("manage", PackageResources.manage_mustache), ("reports", PackageResources.reports_mustache),
        ("notice", PackageResources.notice_mustache), ("offer", PackageResources.offer_mustache),
        ("missedRow", PackageResources.missedRow_mustache),
        ("coverage", PackageResources.coverage_mustache), ("calendar", PackageResources.calendar_mustache),
        ("feed", PackageResources.feed_mustache), ("day", PackageResources.day_mustache),
    ]

    package static var script: [UInt8] { PackageResources.live_js }
    package static var printScript: [UInt8] { PackageResources.print_js }
    package static var ownStyles: [UInt8] { PackageResources.pages_css }
    package static var icon: [UInt8] { PackageResources.icon_svg }
}

/// How texts stand in HTML. The library looks at what a reader takes for one character, and a quotation mark with an accent is another one to
/// it; a browser sees the quotation mark.
private struct Markup: MustacheContentType {
    static let name = "PAGE"

    func escapeText(_ text: String) -> String { text.markup }
}

/// A text that is empty.
private struct Blank: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
