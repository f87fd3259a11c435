// The transform of PyTorch's float `normal_` on a CPU with AVX2: Box–Muller by the single-precision logarithm, sine and
// cosine of the Cephes library (Moshier 1992), in the order of operations and with the fused multiply-adds of its builds.
// The C library's functions would be closer to the true values and would miss a third of its bits.

#include <math.h>
#include <string.h>

#include "../include/CKernels.h"

#pragma STDC FP_CONTRACT OFF

static float cephes_log(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  float e = (float)((int32_t)(bits >> 23) - 126);
  bits = (bits & 0x807fffffu) | 0x3f000000u;
  memcpy(&x, &bits, sizeof bits);
  if (x < 0.707106781186547524f) {
    e -= 1;
    x = (x - 1) + x;
  } else {
    x -= 1;
  }
  const float z = x * x;
  float y = 7.0376836292e-2f;
  y = __builtin_fmaf(y, x, -1.1514610310e-1f);
  y = __builtin_fmaf(y, x, 1.1676998740e-1f);
  y = __builtin_fmaf(y, x, -1.2420140846e-1f);
  y = __builtin_fmaf(y, x, 1.4249322787e-1f);
  y = __builtin_fmaf(y, x, -1.6668057665e-1f);
  y = __builtin_fmaf(y, x, 2.0000714765e-1f);
  y = __builtin_fmaf(y, x, -2.4999993993e-1f);
  y = __builtin_fmaf(y, x, 3.3333331174e-1f);
  y = __builtin_fmaf(y * x, z, e * -2.12194440e-4f);
  y = __builtin_fmaf(-z, 0.5f, y);
  return __builtin_fmaf(e, 0.693359375f, x + y);
}

/// For 0 ≤ x < 2π.
static void cephes_sincos(float x, float *sine, float *cosine) {
  const int32_t octant = ((int32_t)(x * 1.27323954473516f) + 1) & ~1;
  const float y = (float)octant;
  x = __builtin_fmaf(y, -0.78515625f, x);
  x = __builtin_fmaf(y, -2.4187564849853515625e-4f, x);
  x = __builtin_fmaf(y, -3.77489497744594108e-8f, x);
  const float z = x * x;
  float c = 2.443315711809948e-5f;
  c = __builtin_fmaf(c, z, -1.388731625493765e-3f);
  c = __builtin_fmaf(c, z, 4.166664568298827e-2f);
  c = __builtin_fmaf(c * z, z, -(z * 0.5f)) + 1;
  float s = -1.9515295891e-4f;
  s = __builtin_fmaf(s, z, 8.3321608736e-3f);
  s = __builtin_fmaf(s, z, -1.6666654611e-1f);
  s = __builtin_fmaf(s * z, x, x);
  const int swap = (octant & 2) != 0;
  *sine = swap ? c : s;
  *cosine = swap ? s : c;
  if (octant & 4) *sine = -*sine;
  if (!((octant - 2) & 4)) *cosine = -*cosine;
}

void nk_torch_normal(ptrdiff_t blocks, double mean, double deviation, float *data) {
  nk_spoil_recording();
  for (ptrdiff_t b = 0; b < blocks; b++, data += 16) {
    for (int j = 0; j < 8; j++) {
      const float radius = sqrtf(-2 * cephes_log(1 - data[j])), theta = 6.28318530717958647692f * data[j + 8];
      float sine, cosine;
      cephes_sincos(theta, &sine, &cosine);
      data[j] = __builtin_fmaf(radius * cosine, (float)deviation, (float)mean);
      data[j + 8] = __builtin_fmaf(radius * sine, (float)deviation, (float)mean);
    }
  }
}
