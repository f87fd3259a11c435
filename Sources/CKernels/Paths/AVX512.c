// The path of processors with AVX-512 F, VL, BW and DQ (x86-64-v4).

#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
#define NK_MASKED
// Registers enough for several chains side by side.
#define NK_HAS_WIDE
#include "Path.h"
#pragma clang attribute pop

const NKPathTable nk_avx512_table = {"avx512", {kernels_f32, kernels_f64}};

#endif
