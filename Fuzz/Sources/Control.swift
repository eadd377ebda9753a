@testable import Varlink

/// What comes to the control socket.
enum Control {
    static func varlink(_ bytes: [UInt8]) {
        let whole = frames(bytes, by: max(bytes.count, 1))
        precondition(whole == frames(bytes, by: Int(bytes.first ?? 0) % 37 + 1), "frames depend on how they came in")
        for frame in whole {
            guard let call = try? VarlinkCall(frame: frame) else { continue }
            let again = try? VarlinkCall(frame: call.frame.dropLast())
            precondition(again == call, "a call is read as another one than was written")
        }
    }

    private static func frames(_ bytes: [UInt8], by length: Int) -> [[UInt8]] {
        var decoder = FrameDecoder(limit: 4_096)
        var frames: [[UInt8]] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            decoder.append(bytes[start..<min(start + length, bytes.count)])
            do throws(MessageError) {
                while let frame = try decoder.next() { frames.append(frame) }
            } catch {
                // Where it is noticed that a message is too long depends on the pieces; what is before it does not.
                break
            }
        }
        return frames
    }

    static func json(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes) else { return }
        let again = try? JSONReader.read(value.text)
        precondition(again == value, "JSON is read as another value than was written")
    }
}

extension VarlinkCall {
    fileprivate init(frame: ArraySlice<UInt8>) throws(MessageError) {
        try self.init(frame: Array(frame))
    }
}
