import RunRecords

/// Losses that are no measure of fit: each is lowered against another one, or moves with the policy that makes the
/// data, so that neither its rise nor its fall says that a model learns.
extension ColumnVocabulary {
  /// Words that name the player whose loss it is, beside a word such as `loss` or `error`.
  static let players: Set<String> = [
    "g", "d", "generator", "discriminator", "gen", "dis", "disc", "critic", "adversarial", "adv", "gan",
    "actor",
    "policy",
  ]

  /// Names that only methods of several players or of reinforcement learning have.
  private static let phrases: Set<[String]> = [
    ["value", "loss"], ["entropy", "loss"], ["q", "loss"], ["qf", "loss"], ["qf1", "loss"], ["qf2", "loss"],
    ["vf", "loss"], ["pg", "loss"], ["td", "loss"], ["alpha", "loss"], ["approx", "kl"],
  ]

  /// How names end that only reinforcement learning has.
  static let agents: Set<[String]> = [
    ["episode"], ["episodes"], ["approx", "kl"], ["clip", "fraction"], ["clip", "frac"], ["clipfrac"],
    ["td", "error"], ["td", "loss"],
  ]

  /// How names end of which reinforcement learning has several, and other methods one at most.
  static let likelyAgents: Set<[String]> = [
    ["epsilon"], ["policy", "loss"], ["policy", "gradient", "loss"], ["actor", "loss"], ["critic", "loss"],
    ["value", "loss"], ["q", "loss"], ["entropy", "loss"], ["entropy"], ["kl"], ["explained", "variance"],
  ]

  /// Whether the words of a name are those of such a loss.
  static func isPlayers(_ words: [String], metric: Metric) -> Bool {
    let isPlain = ["loss", "error", "cost"].contains(metric.name)
    // `cross_entropy_loss` has no bonus for entropy in it.
    if words.contains("cross"), words.firstRange(of: ["cross", "entropy", "loss"]) != nil { return false }
    return isPlain && words.contains { players.contains($0) }
      || zip(words, words.dropFirst()).contains { phrases.contains([$0, $1]) }
  }
}
