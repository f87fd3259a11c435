#ifndef NK_TABLE_H
#define NK_TABLE_H

// What a path provides: one function for each kernel and float type, single-threaded, over a part of the output.
// The functions of Public/ check nothing but types, split the outputs among threads and call through the table.

#include "../include/CKernels.h"

/// Elements of a contiguous line that are reduced before their sum joins the others.
#define NK_SUM_BLOCK 4096
/// Of so many blocks of a line, those on the left of the root of the tree that joins them.
#define NK_LEFT_BLOCKS(blocks) (((blocks) + 1) / 2)

/// X(result, name, parameters)
#define NK_FLOAT_KERNELS(X)                                                                                          \
  X(void, unary, (NKUnary op, ptrdiff_t n, const void *x, void *y, double a, double b))                              \
  X(void, unary_backward, (NKUnary op, ptrdiff_t n, const void *x, const void *y, const void *dy, void *dx,          \
                           double a, double b, int accumulate))                                                      \
  X(void, binary, (NKBinary op, ptrdiff_t n, const void *a, int a_step, const void *b, int b_step, void *y))         \
  X(void, binary_backward, (NKBinary op, ptrdiff_t n, const void *a, int a_step, const void *b, int b_step,          \
                            const void *dy, void *da, void *db, int accumulate))                                     \
  X(void, compare, (NKCompare op, ptrdiff_t n, const void *a, int a_step, const void *b, int b_step, uint8_t *y))    \
  X(void, axpy, (ptrdiff_t n, double alpha, const void *x, void *y))                                                 \
  X(void, scale, (ptrdiff_t n, double alpha, const void *x, void *y))                                                \
  X(void, reduce, (NKReduce op, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,            \
                   ptrdiff_t axis_stride, const void *x, void *y, int accumulate))                                   \
  X(void, variance, (ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,                       \
                     ptrdiff_t axis_stride, double correction, const void *x, void *mean, void *variance))           \
  X(void, arg_extreme, (int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, int64_t *index)) \
  X(void, extreme_backward, (ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *y,         \
                             const void *dy, void *dx))                                                              \
  X(void, prod_backward, (ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *dy, void *dx))\
  X(void, cumsum, (ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const void *x, void *y))           \
  X(void, cumprod, (ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y))                       \
  X(void, softmax, (int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *x, void *y))                          \
  X(void, softmax_backward, (int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *y, const void *dy, void *dx))\
  X(void, layer_norm, (ptrdiff_t rows, ptrdiff_t cols, double eps, const void *x, const void *gamma,                 \
                       const void *beta, void *y, void *mean, void *rstd))                                           \
  X(void, layer_norm_backward_input, (ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *gamma,              \
                                      const void *mean, const void *rstd, const void *dy, void *dx))                 \
  X(void, layer_norm_backward_affine, (ptrdiff_t rows, ptrdiff_t cols, ptrdiff_t stride, const void *x,              \
                                       const void *mean, const void *rstd, const void *dy, void *dgamma,             \
                                       void *dbeta))                                                                 \
  X(void, channel_moments, (ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,            \
                            const void *x, void *mean, void *variance))                                              \
  X(void, batch_norm, (ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride, double eps,     \
                       const void *x, const void *mean, const void *variance, const void *gamma, const void *beta,   \
                       void *y))                                                                                     \
  X(void, batch_norm_backward, (ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,        \
                                double eps, int training, const void *x, const void *mean, const void *variance,     \
                                const void *gamma, const void *dy, void *dx, void *dgamma, void *dbeta))             \
  X(void, loss, (NKLoss op, ptrdiff_t n, const void *x, const void *t, double p, void *y))                           \
  X(void, loss_backward, (NKLoss op, ptrdiff_t n, const void *x, const void *t, double p, const void *dy,            \
                          int dy_step, double scale, void *dx, void *dt, int accumulate))                            \
  X(void, cross_entropy, (ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target, const void *weight,  \
                          int64_t ignore, double smoothing, void *loss, void *lse, void *row_weight))                \
  X(void, cross_entropy_backward, (ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,             \
                                   const void *weight, int64_t ignore, double smoothing, const void *lse,            \
                                   const void *dy, int dy_step, double scale, void *dx, int accumulate))             \
  X(void, gemm, (int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *a,             \
                 ptrdiff_t lda, const void *b, ptrdiff_t ldb, void *c, ptrdiff_t ldc, int accumulate,                \
                 const void *bias, int bias_is_column, int activation, double activation_a, double activation_b))    \
  X(void, fold, (const NKConvolution *shape, ptrdiff_t channels, const void *columns, void *x, int accumulate))      \
  X(void, tap_offsets, (const NKConvolution *shape, ptrdiff_t channels, ptrdiff_t *offsets))                         \
  X(void, conv_image, (const NKConvolution *shape, ptrdiff_t channels, ptrdiff_t filters, const void *x,             \
                       const ptrdiff_t *offsets, const void *w, const void *bias, void *y))                          \
  X(void, conv_image_weight, (const NKConvolution *shape, ptrdiff_t channels, ptrdiff_t filters, const void *x,      \
                              const ptrdiff_t *offsets, const void *dy, void *turned, ptrdiff_t width, void *sums))  \
  X(void, max_pool2d, (const NKPooling *shape, const void *x, void *y, int64_t *index))                              \
  X(void, max_pool2d_backward, (const NKPooling *shape, const void *dy, const int64_t *index, void *dx))             \
  X(void, avg_pool2d, (const NKPooling *shape, const void *x, void *y))                                              \
  X(void, avg_pool2d_backward, (const NKPooling *shape, const void *dy, void *dx))                                   \
  X(void, sgd, (ptrdiff_t n, void *p, const void *g, void *buffer, double lr, double momentum, double dampening,     \
                double weight_decay, int nesterov, int first))                                                       \
  X(void, adam, (ptrdiff_t n, void *p, const void *g, void *m, void *v, void *v_max, double lr, double beta1,        \
                 double beta2, double eps, double weight_decay, int decoupled, int64_t step))                        \
  X(void, rmsprop, (ptrdiff_t n, void *p, const void *g, void *square, void *buffer, void *mean, double lr,          \
                    double alpha, double eps, double weight_decay, double momentum))                                 \
  X(void, adagrad, (ptrdiff_t n, void *p, const void *g, void *sum, double lr, double lr_decay, double weight_decay, \
                    double eps, int64_t step))

#define NK_FIELD(result, name, parameters) result(*name) parameters;
typedef struct NKFloatKernels {
  NK_FLOAT_KERNELS(NK_FIELD)
} NKFloatKernels;
#undef NK_FIELD

/// The kernels of one path: [0] for F32, [1] for F64.
typedef struct NKPathTable {
  const char *name;
  NKFloatKernels floats[2];
} NKPathTable;

extern const NKPathTable nk_baseline_table;
#if defined(__x86_64__)
extern const NKPathTable nk_avx2_table, nk_avx512_table;
#endif

/// The table in use.
const NKPathTable *nk_current_table(void);

/// The kernels in use for a float type.
static inline const NKFloatKernels *nk_kernels(NKType type) {
  return &nk_current_table()->floats[type == NKTypeF64];
}

/// How many pieces of scratch memory a thread has: B and A of a product, the unfolded or padded image of a convolution.
#define NK_SCRATCHES 3

/// A thread's own memory of at least that size, aligned to 64 bytes, until its next call for the same piece; NULL when
/// there is none.
void *nk_scratch(int which, size_t size);

/// The windows of a line of `out` whose tap lies inside the image: those from `low` to before `high`.
static inline void nk_inside(ptrdiff_t out, ptrdiff_t size, ptrdiff_t stride, ptrdiff_t shift, ptrdiff_t *low,
                             ptrdiff_t *high) {
  ptrdiff_t first = 0, last = out;
  while (first < out && first * stride + shift < 0) first++;
  while (last > first && (last - 1) * stride + shift >= size) last--;
  *low = first;
  *high = last;
}

static inline int nk_is_float(NKType type) { return type == NKTypeF32 || type == NKTypeF64; }

static inline size_t nk_size(NKType type) { return type == NKTypeBool ? 1 : type == NKTypeF32 ? 4 : 8; }

/// Where an element of an array is; NULL stays NULL.
static inline void *nk_at(const void *p, ptrdiff_t element, NKType type) {
  return p ? (char *)p + element * (ptrdiff_t)nk_size(type) : NULL;
}

#endif
