// Every kernel of one path for one float type. Before inclusion: T, FN(name) and NK_F32.

#include "../Vector/Lanes.h"
#include "../Vector/Elementary.h"
#include "Unary.h"
#include "Binary.h"
#include "Reduce.h"
#include "Rows.h"
#include "Loss.h"
#include "Gemm.h"
#include "Convolution.h"
#include "Pooling.h"
#include "Optimizers.h"

#define NK_ENTRY(result, name, parameters) .name = FN(name),
static const NKFloatKernels FN(kernels) = {NK_FLOAT_KERNELS(NK_ENTRY)};
#undef NK_ENTRY
