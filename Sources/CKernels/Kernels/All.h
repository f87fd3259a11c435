// Every kernel of one path for one float type. Before inclusion: T, V and FN(name), and the functions m_….

#include "Unary.h"
#include "Binary.h"
#include "Reduce.h"
#include "Rows.h"
#include "Loss.h"
#include "Gemm.h"
#include "Pooling.h"
#include "Optimizers.h"

#define NK_ENTRY(result, name, parameters) .name = FN(name),
static const NKFloatKernels FN(kernels) = {NK_FLOAT_KERNELS(NK_ENTRY)};
#undef NK_ENTRY
