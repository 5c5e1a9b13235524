import ATMLTrain
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the training in good order on Ctrl-C or when the process is told to end: the record stays, the best weights
/// are saved, the verdict is said. A second signal ends the process at once.
struct Interruption {
  private let received = Received()
  private let sources: [any DispatchSourceSignal]

  /// The signal that came first, if one came.
  private final class Received: Sendable {
    let number = Mutex<Int32?>(nil)
  }

  /// Begins to watch for signals.
  init() {
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
      // A parent that ignores a signal, as a shell does for what runs in the background, has its reasons.
      guard unsafeBitCast(signal(number, SIG_IGN), to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
      else { continue }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [received] in
        signal(number, SIG_DFL)
        received.number.withLock { $0 = $0 ?? number }
      }
      source.activate()
      sources.append(source)
    }
    self.sources = sources
  }

  /// Stops the training after the step in which a signal came.
  var callback: TrainingCallback {
    TrainingCallback { event in
      switch event {
      case .batchEnded, .epochEnded: hasCome ? .stop(.interrupted, restoringBest: true) : .proceed
      default: .proceed
      }
    }
  }

  private var hasCome: Bool { received.number.withLock { $0 != nil } }

  /// Ends the process by the signal that came, if one came, so that whoever started it can tell.
  func finish() {
    guard let number = received.number.withLock({ $0 }) else { return }
    // Threads of a queue do not take signals unless told to.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
  }
}
