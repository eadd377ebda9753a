import HTTPTypes
import Hummingbird
import NIOCore
import Wording

/// A form as it came. What was typed in it can be read also where it is not taken, so that it is not typed again.
struct SentForm: Sendable {
    let form: Form
    /// Why it is not taken; nil where it is.
    let mistake: PageWords.Mistake?

    /// How long a form may be, in bytes.
    private static let longest = 16_384
    /// What is longer is not read.
    private static let mostRead = 131_072
    /// How long a form may be on its way.
    private static let patience: Duration = .seconds(20)

    init(_ request: Request) async {
        let isForm = request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
        guard let bytes = await Self.bytes(of: request) else {
            self.init(Form(readable: ""), .tooLong)
            return
        }
        guard isForm || bytes.readableBytes > Self.longest else {
            self.init(Form(readable: ""), .badInput)
            return
        }
        self.init(isForm ? String(decoding: bytes.readableBytesView, as: UTF8.self) : "", bytes.readableBytes)
    }

    /// - Parameter length: Of the text as it came, in bytes.
    init(_ text: String, _ length: Int) {
        let readable = Form(readable: text)
        guard length <= Self.longest, !readable.isTooLong else {
            self.init(readable, .tooLong)
            return
        }
        guard let form = Form(text) else {
            self.init(readable, .badInput)
            return
        }
        self.init(form, nil)
    }

    private init(_ form: Form, _ mistake: PageWords.Mistake?) {
        self.form = form
        self.mistake = mistake
    }

    /// Nil where it is too long, or does not come.
    private static func bytes(of request: Request) async -> ByteBuffer? {
        await withTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask { try? await request.body.collect(upTo: mostRead) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
