import Foundation
import MajorAPI
import Time
import Varlink
import Wording

/// The files of a directory as they are sent to majord, which opens no folder that somebody names.
struct DirectoryTexts {
    /// As it was named, with the folder in which this runs.
    let path: String
    let files: [DirectoryAPI.File]

    /// All together may not be longer: majord takes no longer calls, and texts grow in JSON.
    private static let limit = FrameDecoder.longCallLimit * 3 / 4
    /// Which files a directory may be made of: itself, its clients, and its holidays.
    private static let kinds: Set<String> = ["yaml", "ics"]

    /// - Throws: `Failure` for a path that cannot be read, and for more than can be sent.
    init(_ name: String, _ language: Language) throws {
        let manager = FileManager.default
        let folder = name.hasPrefix("/") ? name : manager.currentDirectoryPath + "/" + name
        path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        var isFolder = ObjCBool(false)
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure.refused(language.said(en: "\(name) does not exist", nl: "\(name) bestaat niet"))
        }
        var paths = isFolder.boolValue ? try Self.paths(in: path, name, language) : [path]
        if !isFolder.boolValue {
            // Holidays stand beside a single file.
            let beside = (path as NSString).deletingLastPathComponent
            paths += try Self.paths(in: beside, name, language).filter { $0.hasSuffix(".ics") }
        }
        var (files, left): ([DirectoryAPI.File], Int) = ([], Self.limit)
        for path in paths.sorted() {
            guard let data = manager.contents(atPath: path) else {
                throw Failure.refused(
                    language.said(en: "\(path) cannot be read", nl: "\(path) kan niet worden gelezen"))
            }
            left -= data.count
            guard left >= 0 else {
                throw Failure.refused(
                    language.said(
                        en: "\(name) has more than \(Self.limit >> 20) MiB of files, which is more than can be sent",
                        nl:
                            "\(name) heeft meer dan \(Self.limit >> 20) MiB aan bestanden; meer kan er niet worden verstuurd"
                    ))
            }
            // A mark at the start, which editors make, is none of the text.
            var text = String(decoding: data, as: UTF8.self)
            if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
            files.append(DirectoryAPI.File(path: path, text: text))
        }
        self.files = files
    }

    /// A folder's files, and those of the folders in it.
    private static func paths(in folder: String, _ name: String, _ language: Language) throws -> [String] {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: folder) else {
            throw Failure.refused(language.said(en: "\(name) cannot be read", nl: "\(name) kan niet worden gelezen"))
        }
        let paths = names.filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
        let inner = paths.flatMap { path in
            ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
                .map { "\(path)/\($0)" }
        }
        return (paths + inner).filter { kinds.contains(($0 as NSString).pathExtension) }
    }
}
