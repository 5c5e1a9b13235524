import CairoDrawing
import Drawing
import Foundation
import TestSupport
import Testing

@Suite struct MissingFontTests {
  @Test func `without any font every document with text is an error`() async {
    // Fontconfig reads its settings once in a process.
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      let settings =
        "<fontconfig><dir>\(folder.path)</dir><cachedir>\(folder.path)</cachedir></fontconfig>"
      setenv("FONTCONFIG_FILE", try folder.write(settings.utf8, to: "fonts.conf"), 1)

      let size = Size(width: 10, height: 10)
      let info = DocumentInfo(title: "", summary: "", creator: "")
      #expect(throws: CairoError.noFontInstalled) { try Typesetter().requireFonts() }
      #expect(throws: CairoError.noFontInstalled) {
        try CairoDocument.pdf(size: size, info: info, drawing: { _ in })
      }
      #expect(throws: CairoError.noFontInstalled) {
        try CairoDocument.png(size: size, info: info, drawing: { _ in })
      }
      let picture = try CairoDocument.png(size: size, info: info, hasText: false) { canvas in
        canvas.fill(Path(Rect(x: 0, y: 0, width: 5, height: 5)), with: Color(0x0072B2))
      }
      #expect(picture.starts(with: [0x89] + Array("PNG".utf8)))
    }
  }

  @Test func `the message names packages`() {
    let message = CairoError.noFontInstalled.description
    #expect(message.contains("fonts-inter"))
    #expect(message.contains("fonts-dejavu-core"))
  }
}

@Suite struct FontPackageTests {
  @Test(arguments: [
    ("损失", ["fonts-wqy-microhei"]), ("ロス", ["fonts-wqy-microhei"]), ("손실", ["fonts-wqy-microhei"]),
    ("🙂", ["fonts-noto-color-emoji"]), ("⚠️", ["fonts-noto-color-emoji"]),
    ("Łж", ["fonts-dejavu-core"]), ("∇", ["fonts-dejavu-core"]), ("ञ", ["fonts-noto-core"]),
    ("🙂损", ["fonts-wqy-microhei", "fonts-noto-color-emoji"]), ("\u{E000}\u{10FFF0}", []), ("", []),
  ])
  func `missing characters lead to packages`(text: String, packages: [String]) {
    #expect(FontPackage.packages(for: text).map(\.rawValue) == packages)
  }
}
