import ArgumentParser

/// Parses the subcommands alone: beside the command's own arguments, the parser would take their names for logs.
struct Subcommands: ParsableCommand {
  static let all: [any ParsableCommand.Type] = [Rules.self, Explain.self, Formats.self]

  static let configuration = CommandConfiguration(commandName: AtmlDiagnose.name, subcommands: all)

  static func has(_ name: String?) -> Bool { all.contains { $0.configuration.commandName == name } }
}
