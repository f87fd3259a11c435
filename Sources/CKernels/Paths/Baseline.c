// The baseline path: on x86-64 what every processor since 2009 runs (x86-64-v2), elsewhere all that the architecture has.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v2"))), apply_to = function)
#define NK_CALLS_FMA
#endif
#include "Path.h"
#if defined(__x86_64__)
#pragma clang attribute pop
#endif

const NKPathTable nk_baseline_table = {"baseline", {kernels_f32, kernels_f64}};
