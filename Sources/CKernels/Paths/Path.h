// One path: the kernels for both float types, compiled for the processor that the including file names.

#include <math.h>
#include <string.h>

#include "../Internal/Angle.h"
#include "../Internal/Table.h"

// Only what is written as a fused multiply-add is one: the paths would differ otherwise.
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#include "../Vector/Coefficients.h"
#include "../Vector/Functions.h"
#include "../Kernels/UnaryTable.h"

#define NK_F32 0
#define T double
#define FN(name) name##_f64
#include "../Kernels/All.h"
#include "Undefine.h"

#if defined(NK_HAS_WIDE)
#define NK_WIDE
#define NK_F32 1
#define T float
#define FN(name) name##_wide
#include "../Vector/Lanes.h"
#include "../Vector/Elementary.h"
#include "../Kernels/WideUnary.h"
#include "Undefine.h"
#undef NK_WIDE
#endif

#define NK_F32 1
#define T float
#define FN(name) name##_f32
#include "../Kernels/All.h"
