// One import for users of the library: training, and everything for reading what it says.
@_exported import ATMLDiagnose
@_exported import ArrayFiles
@_exported import Images
@_exported import NeuralNetworks
@_exported import Tensors
@_exported import Training
