#pragma once

/// Runs independent chains of fused multiply-adds of single precision and returns how many floating-point
/// operations that was. `sink` keeps the result from being optimised away.
double peak_run(long rounds, float *sink);
