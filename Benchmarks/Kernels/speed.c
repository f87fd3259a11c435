// The time of each kernel over sizes, least of several rounds.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"

static double now(void) {
  struct timespec t;
  timespec_get(&t, TIME_UTC);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/// Nanoseconds of a slice: short, so that on a busy machine some slices are left alone.
#define SLICE 5e4

#define MEASURE(name, size, statement)                                                                               \
  do {                                                                                                               \
    if (only && strcmp((name), only)) break;                                                                           \
    double best_ = 1e30, begin_ = now();                                                                             \
    const double end_ = begin_ + 2e7;                                                                                \
    long times_ = 1;                                                                                                 \
    for (int round_ = 0; round_ < 3 || begin_ < end_; round_++) {                                                    \
      for (long t_ = 0; t_ < times_; t_++) statement;                                                                \
      const double then_ = now(), slice_ = then_ - begin_;                                                           \
      begin_ = then_;                                                                                                \
      if (slice_ < SLICE / 2 && round_ < 40)                                                                         \
        times_ *= 2;                                                                                                 \
      else if (slice_ / (double)times_ < best_)                                                                      \
        best_ = slice_ / (double)times_;                                                                             \
    }                                                                                                                \
    printf("%s %ld %.1f\n", name, (long)(size), best_);                                                              \
    fflush(stdout);                                                                                                  \
  } while (0)

int speed(int argc, char **argv) {
  if (argc > 0) nk_set_threads(atoi(argv[0]));
  const char *only = argc > 1 ? argv[1] : NULL;
  if (argc > 2) nk_set_path(atoi(argv[2]));
  fprintf(stderr, "path %s, %d threads\n", nk_path_name(nk_path()), nk_threads());
  const ptrdiff_t largest = 1 << 22;
  float *x = aligned_alloc(64, (size_t)largest * 4), *y = aligned_alloc(64, (size_t)largest * 4);
  float *z = aligned_alloc(64, (size_t)largest * 4);
  for (ptrdiff_t i = 0; i < largest; i++) {
    x[i] = (float)(i * 2654435761u % 1000003) / 250000.0f - 2;
    y[i] = (float)(i * 40503u % 1000003) / 250000.0f - 2;
  }
  for (ptrdiff_t n = 100; n <= 1000000; n *= 100) {
    MEASURE("add", n, nk_binary(NKBinary_add, NKTypeF32, n, x, y, z));
    MEASURE("mul", n, nk_binary(NKBinary_mul, NKTypeF32, n, x, y, z));
    for (int op = 0; op < nk_unary_count(); op++)
      MEASURE(nk_unary_name((NKUnary)op), n, nk_unary((NKUnary)op, NKTypeF32, n, x, z, 1.5, 20));
    MEASURE("softmax", n, nk_softmax(NKTypeF32, 0, n / 100, 100, x, z));
    MEASURE("layerNorm", n, nk_layer_norm(NKTypeF32, n / 100, 100, 1e-5, x, NULL, NULL, z, NULL, NULL));
    MEASURE("sum", n, nk_reduce(NKReduce_sum, NKTypeF32, 1, n, 1, x, z, 0));
    MEASURE("max", n, nk_reduce(NKReduce_max, NKTypeF32, 1, n, 1, x, z, 0));
    MEASURE("columnSum", n, nk_reduce(NKReduce_sum, NKTypeF32, 1, n / 10, 10, x, z, 0));
    MEASURE("adam", n, nk_adam(NKTypeF32, n, z, x, y, y, NULL, 1e-3, 0.9, 0.999, 1e-8, 0, 0, 3));
  }
  for (ptrdiff_t n = 4; n <= 1024; n *= 2) {
    MEASURE("gemm", n,
            nk_gemm(NKTypeF32, 0, 0, n, n, n, x, n, y, n, z, n, 0, NULL, 0, NK_NO_ACTIVATION, 0, 0));
    MEASURE("gemmT", n,
            nk_gemm(NKTypeF32, 0, 1, n, n, n, x, n, y, n, z, n, 0, NULL, 0, NK_NO_ACTIVATION, 0, 0));
  }
  free(x);
  free(y);
  free(z);
  return 0;
}
