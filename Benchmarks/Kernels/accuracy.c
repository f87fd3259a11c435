// The greatest error of each elementwise function, in units in the last place, beside the C library in a wider type: over
// every Float32, and over samples of Float64 of each binary exponent. A step thins the first; the magnitudes below 2⁻²⁶
// and from 2¹⁴, where all is linear or constant, are then thinned more.

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

/// The same for float, without the wide type's slow functions.
static double float_ulps(float got, double want) {
  if (isnan(got) && isnan(want)) return 0;
  if (fabs(want) >= 0x1.ffffffp127) return isinf(got) && (got > 0) == (want > 0) ? 0 : INFINITY;
  if (!isfinite(got)) return INFINITY;
  uint64_t bits;
  memcpy(&bits, &want, 8);
  int64_t exponent = (int64_t)(bits >> 52 & 0x7ff) - 1023;
  if (exponent < -126) exponent = -126;
  bits = (uint64_t)(23 - exponent + 1023) << 52;
  double scale;
  memcpy(&scale, &bits, 8);
  return fabs((double)got - want) * scale;
}

typedef struct Worst {
  double error, at;
} Worst;

static void float_range(const Reference *r, uint64_t low, uint64_t high, unsigned step, Worst *worst) {
  enum { COUNT = 1 << 14 };
  static float x[COUNT], y[COUNT];
  for (uint64_t base = low; base < high; base += (uint64_t)COUNT * step) {
    for (unsigned i = 0; i < COUNT; i++) {
      const uint32_t bits = (uint32_t)(base + (uint64_t)i * step);
      memcpy(&x[i], &bits, 4);
    }
    nk_unary(r->op, NKTypeF32, COUNT, x, y, 0, 0);
    for (unsigned i = 0; i < COUNT; i++) {
      const double error = float_ulps(y[i], r->middle(x[i]));
      if (error > worst->error) worst->error = error, worst->at = x[i];
    }
  }
}

static void floats(const Reference *r, unsigned step) {
  const uint64_t near_low = (127 - 26) << 23, near_high = (127 + 14) << 23;
  const unsigned outside = step == 1 ? 1 : 61 * step;
  Worst worst = {0, 0};
  for (uint64_t sign = 0; sign <= 1ull << 31; sign += 1ull << 31) {
    float_range(r, sign, sign + near_low, outside, &worst);
    float_range(r, sign + near_low, sign + near_high, step, &worst);
    float_range(r, sign + near_high, sign + (1ull << 31), outside, &worst);
  }
  report(r->name, "f32", worst.error, worst.at);
}

enum { COUNT = 1 << 12 };

/// Random numbers with that binary exponent and either sign.
static void fill(double *x, int exponent) {
  static uint64_t state = 88172645463325252ull;
  for (int i = 0; i < COUNT; i++) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    x[i] = ldexp(1 + (double)(state >> 12) * 0x1p-52, exponent) * (state & 1 ? 1 : -1);
  }
}

/// How many samples an exponent is worth: fewer where all is linear or constant.
static int samples(int exponent, int each) { return exponent >= -40 && exponent < 40 ? each : each / 16; }

static void doubles(const Reference *r, int each) {
  static double x[COUNT], y[COUNT];
  double worst = 0, at = 0;
  for (int exponent = -1074; exponent < 1024; exponent++) {
    for (int done = 0; done < samples(exponent, each); done += COUNT) {
      fill(x, exponent);
      nk_unary(r->op, NKTypeF64, COUNT, x, y, 0, 0);
      for (int i = 0; i < COUNT; i++) {
        const double error = ulps(y[i], r->wide(x[i]), 53, -1021);
        if (error > worst) worst = error, at = x[i];
      }
    }
  }
  report(r->name, "f64", worst, at);
}

typedef struct Reference2 {
  NKBinary op;
  const char *name;
  long double (*wide)(long double, long double);
} Reference2;

static const Reference2 references2[] = {
    {NKBinary_pow, "pow", powl}, {NKBinary_atan2, "atan2", atan2l}, {NKBinary_hypot, "hypot", hypotl},
    {NKBinary_fmod, "fmod", fmodl},
};

/// Over pairs whose exponents are near each other, then over all; for powers exponents that keep them in range.
static void two_doubles(const Reference2 *r, int each) {
  static double x[COUNT], y[COUNT], z[COUNT];
  double worst = 0, at = 0, and = 0;
  for (int exponent = -1074; exponent < 1024; exponent += 3) {
    for (int distance = -66; distance <= 66; distance += 3) {
      const int other = r->op == NKBinary_pow ? distance / 6 : exponent + distance;
      if (other < -1074 || other > 1023) continue;
      for (int done = 0; done < each / 16; done += COUNT) {
        fill(x, exponent), fill(y, other);
        if (r->op == NKBinary_pow)
          for (int i = 0; i < COUNT; i++) x[i] = exponent < -1000 || exponent > 0 ? fabs(x[i]) : 1 + ldexp(x[i], -done % 9);
        nk_binary(r->op, NKTypeF64, COUNT, x, y, z);
        for (int i = 0; i < COUNT; i += r->op == NKBinary_fmod ? 64 : 1) {
          const double error = ulps(z[i], r->wide(x[i], y[i]), 53, -1021);
          if (error > worst) worst = error, at = x[i], and = y[i];
        }
      }
    }
  }
  printf("%-8s f64 %.3f at %a, %a\n", r->name, worst, at, and);
  fflush(stdout);
}

int accuracy(int argc, char **argv) {
  const unsigned step = argc > 0 ? (unsigned)atoi(argv[0]) : 1;
  const char *only = argc > 1 ? argv[1] : NULL;
  for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
    if (only && strcmp(only, references[i].name)) continue;
    floats(&references[i], step);
    doubles(&references[i], step == 1 ? 1 << 17 : 1 << 14);
  }
  for (size_t i = 0; i < sizeof(references2) / sizeof(references2[0]); i++)
    if (!only || !strcmp(only, references2[i].name)) two_doubles(&references2[i], step == 1 ? 1 << 18 : 1 << 14);
  return 0;
}
