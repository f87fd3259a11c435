// The greatest error of each elementwise function, in units in the last place, beside the C library in a wider type:
// over every Float32, or over a million Float64 of each binary exponent. Prints the table of the header.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

typedef struct Reference {
  NKUnary op;
  const char *name;
  long double (*wide)(long double);
  double (*middle)(double);
  double low, high;  // beyond these only the kind of the result is compared
} Reference;

static long double sigmoid_l(long double x) { return 1 / (1 + expl(-x)); }
static double sigmoid_d(double x) { return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)); }
static long double square_root_l(long double x) { return sqrtl(x); }

#define FUNCTION(name) {NKUnary_##name, #name, name##l, name, -INFINITY, INFINITY}
static const Reference references[] = {
    FUNCTION(exp), FUNCTION(exp2), FUNCTION(expm1), FUNCTION(log), FUNCTION(log1p), FUNCTION(log2), FUNCTION(log10),
    {NKUnary_sqrt, "sqrt", square_root_l, sqrt, 0, 0},
    FUNCTION(sin), FUNCTION(cos), FUNCTION(tan), FUNCTION(asin), FUNCTION(acos), FUNCTION(atan), FUNCTION(sinh),
    FUNCTION(cosh), FUNCTION(tanh), FUNCTION(asinh), FUNCTION(acosh), FUNCTION(atanh), FUNCTION(erf), FUNCTION(erfc),
    {NKUnary_sigmoid, "sigmoid", sigmoid_l, sigmoid_d, 0, 0},
};

/// |got − want| in units in the last place of the type with that many bits and least exponent.
static double ulps(double got, long double want, int bits, int least) {
  if (isnan(got) && isnan(want)) return 0;
  const long double top = bits == 24 ? 0x1.ffffffp127L : 0x1.fffffffffffff8p1023L;
  if (fabsl(want) >= top) return isinf(got) && (got > 0) == (want > 0) ? 0 : INFINITY;
  if (!isfinite(got)) return INFINITY;
  int exponent;
  frexpl(want == 0 ? 0x1p-1074L : want, &exponent);
  if (exponent < least) exponent = least;
  return (double)(fabsl(got - want) / ldexpl(1, exponent - bits));
}

static void report(const char *name, const char *type, double worst, double at) {
  printf("%-8s %s %.3f at %a\n", name, type, worst, at);
  fflush(stdout);
}

static void floats(const Reference *r, unsigned step) {
  enum { COUNT = 1 << 16 };
  static float x[COUNT], y[COUNT];
  double worst = 0, at = 0;
  for (uint64_t base = 0; base < 1ull << 32; base += (uint64_t)COUNT * step) {
    for (unsigned i = 0; i < COUNT; i++) {
      const uint32_t bits = (uint32_t)(base + (uint64_t)i * step);
      memcpy(&x[i], &bits, 4);
    }
    nk_unary(r->op, NKTypeF32, COUNT, x, y, 0, 0);
    for (unsigned i = 0; i < COUNT; i++) {
      const double error = ulps(y[i], r->middle(x[i]), 24, -125);
      if (error > worst) worst = error, at = x[i];
    }
  }
  report(r->name, "f32", worst, at);
}

static void doubles(const Reference *r, int each) {
  enum { COUNT = 1 << 12 };
  static double x[COUNT], y[COUNT];
  uint64_t state = 88172645463325252ull;
  double worst = 0, at = 0;
  for (int exponent = -40; exponent < 12; exponent++) {
    for (int done = 0; done < each; done += COUNT) {
      for (int i = 0; i < COUNT; i++) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        x[i] = ldexp(1 + (double)(state >> 12) * 0x1p-52, exponent) * (state & 1 ? 1 : -1);
      }
      nk_unary(r->op, NKTypeF64, COUNT, x, y, 0, 0);
      for (int i = 0; i < COUNT; i++) {
        const double error = ulps(y[i], r->wide(x[i]), 53, -1021);
        if (error > worst) worst = error, at = x[i];
      }
    }
  }
  report(r->name, "f64", worst, at);
}

int accuracy(int argc, char **argv) {
  const unsigned step = argc > 0 ? (unsigned)atoi(argv[0]) : 1;
  const char *only = argc > 1 ? argv[1] : NULL;
  for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
    if (only && strcmp(only, references[i].name)) continue;
    floats(&references[i], step);
    doubles(&references[i], step == 1 ? 1 << 20 : 1 << 14);
  }
  return 0;
}
