import HTTPTypes
import Hummingbird
import MajorAPI
import NIOCore
import Sheets
import Time
import Wording

extension WebServer {
    /// A report as comma-separated values, for a spreadsheet.
    func reportFile(_ request: Request, _ context: WebContext) async -> Response {
        let language = Language(accepting: request.headers[.acceptLanguage])
        var asker = PageContext(visitor: .nobody, language: language)
        do throws(AskingError) {
            guard let query = Form(request.uri.query ?? "") else { throw .mistyped(.badInput) }
            guard let visitor = try await visitor(request, context) else { throw .mistyped(.notYours) }
            asker = PageContext(visitor: visitor, language: language)
            let wish = ReportWish(query)
            let report = try await office.ask(for: visitor.reader) { line throws(AskingError) in
                try line.report(wish)
            }
            let name = ["majord", report.month, wish.client].compactMap(\.self).joined(separator: "-")
                .filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"\(name).csv\"",
                ], body: .init(byteBuffer: ByteBuffer(string: ReportCSV.text(report))))
        } catch {
            // A spreadsheet reads no page: why there is no file is a text.
            let answer = ErrorAnswer(error, asker)
            return Response(
                status: .init(code: answer.status), headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: answer.text + "\n")))
        }
    }
}
