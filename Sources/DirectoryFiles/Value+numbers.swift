import Numbering
import Routing

extension Value {
    /// One telephone number.
    func number(_ reader: NumberReader) -> PhoneNumber? {
        guard let text = scalar() else { return nil }
        do throws(NumberError) {
            return try reader.number(text)
        } catch {
            self.error("`\(text.prefix(64))` \(error.text(isBlock: false))")
            return nil
        }
    }

    /// A number, a DDI range or a prefix, with its text and place.
    func block(_ reader: NumberReader) -> WrittenBlock? {
        guard let text = scalar() else { return nil }
        do throws(NumberError) {
            return WrittenBlock(try reader.block(text), text: text, place: place)
        } catch {
            self.error("`\(text.prefix(64))` \(error.text(isBlock: true))")
            return nil
        }
    }
}
