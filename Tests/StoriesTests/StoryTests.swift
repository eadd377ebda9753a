import Testing

@Suite("Stories")
struct StoryTests {
    @Test("each story comes true, and what is known not to is still so", arguments: try StoryFile.all())
    func story(_ file: StoryFile) async {
        let end = await PlayedStories.ends[file.path]?.value
        switch (end?.failure, end?.knownIssue) {
        case (nil, nil): break
        case (nil, let issue?):
            Issue.record("it comes true now: take out `known issue \(issue)`", sourceLocation: file.place(1))
        case (let failure?, nil): Self.record(failure, file)
        case (let failure?, let issue?): withKnownIssue("\(issue)") { Self.record(failure, file) }
        }
    }

    private static func record(_ failure: Story.Mistake, _ file: StoryFile) {
        Issue.record("\(file.name):\(failure.line): \(failure.text)", sourceLocation: file.place(failure.line))
    }
}

/// All stories, played some at a time: most of theirs they wait for the disk.
enum PlayedStories {
    struct End {
        var failure: Story.Mistake?
        var knownIssue: String?
    }

    private static let atOnce = 8

    /// By their paths.
    static let ends: [String: Task<End, Never>] = {
        var tasks: [Task<End, Never>] = []
        let files = (try? StoryFile.all()) ?? []
        for (index, file) in files.enumerated() {
            let before = index >= atOnce ? tasks[index - atOnce] : nil
            tasks.append(
                Task {
                    _ = await before?.value
                    return await play(file)
                })
        }
        return Dictionary(uniqueKeysWithValues: zip(files.map(\.path), tasks))
    }()

    @concurrent private static func play(_ file: StoryFile) async -> End {
        var end = End()
        do throws(Story.Mistake) {
            let story = try file.read()
            end.knownIssue = story.knownIssue
            try await StoryRun(story).play()
        } catch {
            end.failure = error
        }
        return end
    }
}
