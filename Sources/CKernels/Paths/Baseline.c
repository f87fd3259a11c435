// The baseline path: what every processor of the architecture runs.

#include <math.h>
#include <string.h>

#include "../Internal/Table.h"

#pragma STDC FP_CONTRACT OFF

#define LOAD(p) ((p)[i_])
#define STORE(p, v) ((p)[i_] = (v))
#define EACH_BLOCK(n) for (ptrdiff_t i_ = 0; i_ < (n); i_++)
#define C(c) ((T)(c))
#define SEL(c, p, q) ((c) ? (p) : (q))

#define T float
#define V float
#define FN(name) name##_f32
#define S(name) name##f
#include "Scalar.h"
#include "../Kernels/All.h"
#undef T
#undef V
#undef FN
#undef S

#define T double
#define V double
#define FN(name) name##_f64
#define S(name) name
#include "Scalar.h"
#include "../Kernels/All.h"

const NKPathTable nk_baseline_table = {"baseline", {kernels_f32, kernels_f64}};
