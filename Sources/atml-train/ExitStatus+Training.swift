import ATMLTrain
import CommandSupport
import PetDrawing

extension ExitStatus {
  init(_ error: TrainingError) {
    self =
      switch error {
      case .loss, .input, .noSamples: .dataError
      case .data(let error as DatasetError): ExitStatus(error)
      case .checkpoint(let error as ArrayFileError): ExitStatus(error)
      case .data, .checkpoint: .dataError
      case .recordExists, .recordOfAnotherRun, .recordInUse, .unwritableRecord: .cannotCreate
      }
  }

  init(_ error: DatasetError) {
    self =
      switch error {
      case .file(let error): ExitStatus(error)
      case .images(let error): ExitStatus(error)
      case .decoding, .classes, .unusable: .dataError
      }
  }

  init(_ error: ArrayFileError) {
    self =
      switch error.kind {
      case .notFound, .unreadable, .isFolder: .noInput
      case .unwritable: .cannotCreate
      case .truncated, .malformed, .unsupported: .dataError
      case .unknownName: .usage
      }
  }

  init(_ error: ImageError) {
    self =
      switch error.kind {
      case .notFound, .unreadable: .noInput
      default: .dataError
      }
  }

  init(_ error: PetDrawingError) {
    self =
      switch error {
      case .folderNotEmpty, .notWritable: .cannotCreate
      case .invalidSize: .usage
      case .notDrawable: .unavailable
      }
  }
}
