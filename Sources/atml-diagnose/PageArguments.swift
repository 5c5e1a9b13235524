import ATMLDiagnose
import ArgumentParser

/// What stands on the page and how it looks.
struct PageArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The title above the headline; the log's name if left out.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The author to print below the title.", valueName: "name"))
  var author: String?

  @Option(help: ArgumentHelp("The date to print, as 2026-11-23.", valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "a4, letter, or width and height such as 160x90mm, 6x3in, 480x200pt.", valueName: "size"),
    transform: PageSize.argument)
  var size: PageSize?

  @Option(help: ArgumentHelp("Pixels to the inch of a PNG.", valueName: "number"))
  var dpi: Double = 150

  @Option(
    help: ArgumentHelp("light, dark or print (black and greys).", valueName: "theme"),
    completion: .list(Theme.all.map(\.name)))
  var theme: Theme = .light

  @Flag(name: .customLong("figure-only"), help: "Draw only the figure, for a paper or a slide.")
  var figureOnly = false

  @Flag(name: .customLong("log-scale"), help: "Draw the loss on a logarithmic axis.")
  var logScale = false

  func validate() throws {
    guard (36...1200).contains(dpi) else {
      throw ValidationError("--dpi \(dpi): expected a number from 36 to 1200")
    }
    if let date, !isDate(date) { throw ValidationError("--date \(date): expected a date such as 2026-11-23") }
  }

  var details: ReportDetails { ReportDetails(title: title, author: author, date: date) }
  var lossScale: LossScale { logScale ? .logarithmic : .automatic }
  var pageOptions: PageOptions {
    PageOptions(size: size, dotsPerInch: dpi, theme: theme, figureOnly: figureOnly)
  }

  private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}

extension Theme: ExpressibleByArgument {
  public init?(argument: String) {
    guard let theme = Theme.all.first(where: { $0.name == argument }) else { return nil }
    self = theme
  }

  public var defaultValueDescription: String { name }
}
