#include "peak.h"

// Clang compiles the function once for each kind of processor and picks one at run time.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define FOR_EVERY_PROCESSOR
#endif

enum { lanes = 8, chains = 12 };
typedef float vector __attribute__((vector_size(lanes * sizeof(float))));

FOR_EVERY_PROCESSOR
double peak_run(long rounds, float *sink) {
#pragma clang fp contract(fast)
  vector sums[chains];
  vector factor, addend;
  for (int lane = 0; lane < lanes; lane++) {
    factor[lane] = 0.999999f;
    addend[lane] = 1e-6f;
  }
  for (int chain = 0; chain < chains; chain++) sums[chain] = factor * (float)chain;
  for (long round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
    for (int chain = 0; chain < chains; chain++) sums[chain] = sums[chain] * factor + addend;
  }
  for (int chain = 1; chain < chains; chain++) sums[0] += sums[chain];
  *sink = sums[0][0];
  return 2.0 * lanes * chains * rounds;
}
