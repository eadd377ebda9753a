import Foundation
import Testing

extension EndToEnd {
    /// The office's pages in Debian's Chromium, behind Debian's nginx with names and passwords: what agents and managers enter in a day, who sees what, what comes
    /// by itself, and whether axe-core finds anything serious.
    @Suite("Pages", .serialized)
    struct PagesTests {
        @Test("a day on the pages, in a browser")
        func day() throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let script = Programs.repository.appending(path: "Tests/EndToEnd/pages.py").path
            let ended = try Running(
                Programs.python, [script, Programs.products.path, folder.path], folder: folder
            ).ended(within: .seconds(300))
            #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        }
    }
}
