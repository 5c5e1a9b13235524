// One import for users of the library: the values of every module that its calls take or return.
@_exported import Diagnostics
@_exported import Drawing
@_exported import LogFormats
@_exported import Reporting
@_exported import RunRecords

@_exported import enum CairoDrawing.CairoError
