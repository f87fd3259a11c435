// The path of processors with AVX2 and FMA (x86-64-v3).

#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define NK_MASKED_256
#include "Path.h"
#pragma clang attribute pop

const NKPathTable nk_avx2_table = {"avx2", {kernels_f32, kernels_f64}};

#endif
