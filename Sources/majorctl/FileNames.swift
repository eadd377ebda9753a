import Foundation

/// Files and folders as a shell completes them, where a command's word may be something else as well.
enum FileNames {
    /// - Parameter typed: What stands there already; a folder's name ends with a slash.
    /// - Returns: Whole paths, without names that a shell would not take as they stand; hidden ones where a dot was typed.
    static func beginning(with typed: String) -> [String] {
        let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
        let start = typed.dropFirst(folder.count)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.filter { $0.hasPrefix(start) && Completion.isPlain($0) && ($0.first != "." || start.first == ".") }
            .sorted().map { name in
                var isFolder: ObjCBool = false
                let path = folder + name
                let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                return exists && isFolder.boolValue ? path + "/" : path
            }
    }
}
