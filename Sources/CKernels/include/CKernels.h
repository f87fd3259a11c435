#ifndef CKERNELS_H
#define CKERNELS_H

/// The numeric kernels of Nabla.
///
/// Conventions, which hold for every function unless its line says otherwise:
/// - `type` is the element type; float kernels take NKTypeF32 and NKTypeF64, and `void *` arguments hold that type.
/// - Arrays are contiguous and row-major; sizes and strides count elements. A size of zero is allowed everywhere.
/// - Outputs may be the same array as an input of the same shape (in place) in elementwise kernels, never elsewhere.
/// - `accumulate` adds to the output instead of replacing it.
/// - A reduction over `axis` sees its array as [outer, axis, inner]; inner = 1 is the last axis, outer = 1 the first.
/// - Results have the same bits on every path (vector width) and with every number of threads. Which NaN is left open.
/// - When the interrupt flag rises during a call, the call returns early and its output is unspecified.

#include <stddef.h>
#include <stdint.h>

#include "ThreadSlot.h"

#if defined(__cplusplus)
#error "CKernels is a C interface"
#endif

#define NK_ENUM(name) enum __attribute__((enum_extensibility(closed))) name

/// Element types. Bool is one byte, 0 or 1.
typedef NK_ENUM(NKType) { NKTypeF32, NKTypeF64, NKTypeI64, NKTypeBool } NKType;

// MARK: - Paths, threads, interruption

/// Paths: 0 is the machine's baseline, then wider ones. The widest that the processor has is chosen at the first call.
int nk_path_count(void);                       ///< How many paths this processor can run.
const char *nk_path_name(int path);            ///< "baseline", "avx2", "avx512"; NULL outside 0..<count.
int nk_path(void);                             ///< The path in use.
int nk_set_path(int path);                     ///< Uses another path; false, changing nothing, if the processor has not got it.
int nk_threads(void);                          ///< The number of threads in use; the processors until set.
void nk_set_threads(int count);                ///< Uses so many threads, the caller's among them (clamped to 1...256).
void nk_set_sharing_threshold(double nanoseconds); ///< Work estimated below it stays with the caller; 20,000 until set.

/// A wish that what runs should stop. A thread hears one wish or none; a session has its own, so that several in a
/// process do not stop each other.
typedef struct nk_wish nk_wish;
nk_wish *nk_wish_make(void);                   ///< A new one, not raised; NULL without memory.
void nk_wish_free(nk_wish *wish);              ///< Ends it; no thread may hear it any more.
void nk_wish_raise(nk_wish *wish, int raised); ///< Raises or lowers it; safe from signal handlers and any thread.
int nk_wish_is_raised(const nk_wish *wish);    ///< Whether it is raised.
const nk_wish *nk_hear(const nk_wish *wish);   ///< What this thread hears from now on, NULL for nothing; gives what it did.
int nk_interrupted(void);                      ///< Whether the wish that this thread hears is raised.

/// The kernels that exist once for each path and float type, by name: what a test of the paths has to cover.
int nk_kernel_count(void);
const char *nk_kernel_name(int kernel);

// MARK: - Recordings

/// The launches of kernels by a thread, to be made again on the same arrays: a step of training that repeats costs no
/// more than its kernels. A call that has to look at values, or draws random numbers, spoils a recording.
typedef struct NKRecording NKRecording;
NKRecording *nk_recording_create(void);        ///< An empty one; NULL without memory.
void nk_recording_destroy(NKRecording *recording);
void nk_record(NKRecording *recording);        ///< Notes the launches of this thread from now on; NULL ends it.
size_t nk_recording_size(const NKRecording *recording);      ///< Where the next launch will stand.
int nk_recording_is_spoilt(const NKRecording *recording);    ///< Whether something could not be noted.
void nk_spoil_recording(void);                 ///< Spoils the recording of this thread, if one runs.
/// Makes the launches that stand in begin..<end again.
void nk_replay(const NKRecording *recording, size_t begin, size_t end);
/// Lets the launch in product..<product_end, if it is a matrix product, compute what the one in unary..<unary_end makes of
/// its whole result: then that one need not be made as long as the product's result stays as it is. Whether it does.
int nk_recording_join(NKRecording *recording, size_t product, size_t product_end, size_t unary, size_t unary_end);
/// Lets the launches in begin..<end read what lay in the `size` bytes at `old` from `now`.
void nk_recording_redirect(NKRecording *recording, size_t begin, size_t end, const void *old, size_t size,
                           const void *now);

// MARK: - Elementwise, one input

// Greatest errors in units in the last place, as `kernel-bench accuracy` measures them, stand in docs/numerics.md: each is
// below 1. Float32 takes log2 log10 tan asin acos atan sinh cosh asinh acosh atanh erfc pow atan2 and hypot, and sin and
// cos far from 0, through double vectors: 0.500.

/// What the backward form of an operation reads beside the incoming gradient.
enum { NKNeedsNothing = 0, NKNeedsX = 1, NKNeedsY = 2 };

/// X(name, what its backward needs); `a` and `b` are the parameters of the call.
#define NK_UNARY_OPS(X)                                                                                              \
  X(neg, NKNeedsNothing)    /* −x */                                                                                 \
  X(abs, NKNeedsX)          /* |x|, derivative 0 at 0 */                                                             \
  X(sign, NKNeedsNothing)   /* −1, 0, 1; derivative 0 */                                                             \
  X(exp, NKNeedsY)          /* eˣ */                                                                                 \
  X(exp2, NKNeedsY)         /* 2ˣ */                                                                                 \
  X(expm1, NKNeedsY)        /* eˣ − 1 */                                                                             \
  X(log, NKNeedsX)          /* ln x */                                                                               \
  X(log1p, NKNeedsX)        /* ln(1 + x) */                                                                          \
  X(log2, NKNeedsX)         /* log₂ x */                                                                             \
  X(log10, NKNeedsX)        /* log₁₀ x */                                                                            \
  X(sqrt, NKNeedsY)         /* √x */                                                                                 \
  X(rsqrt, NKNeedsY)        /* 1/√x */                                                                               \
  X(square, NKNeedsX)       /* x² */                                                                                 \
  X(reciprocal, NKNeedsY)   /* 1/x */                                                                                \
  X(sin, NKNeedsX) X(cos, NKNeedsX) X(tan, NKNeedsY)                                                                 \
  X(asin, NKNeedsX) X(acos, NKNeedsX) X(atan, NKNeedsX)                                                              \
  X(sinh, NKNeedsX) X(cosh, NKNeedsX) X(tanh, NKNeedsY)                                                              \
  X(asinh, NKNeedsX) X(acosh, NKNeedsX) X(atanh, NKNeedsX)                                                           \
  X(sigmoid, NKNeedsY)      /* 1/(1 + e⁻ˣ) */                                                                        \
  X(logSigmoid, NKNeedsX)   /* −ln(1 + e⁻ˣ) */                                                                       \
  X(relu, NKNeedsY)         /* max(x, 0), derivative 0 at 0 */                                                       \
  X(relu6, NKNeedsX)        /* min(max(x, 0), 6) */                                                                  \
  X(leakyRelu, NKNeedsX)    /* x > 0 ? x : a·x */                                                                    \
  X(elu, NKNeedsX)          /* x > 0 ? x : a·(eˣ − 1) */                                                             \
  X(selu, NKNeedsX)         /* λ·(x > 0 ? x : α·(eˣ − 1)), the constants of Klambauer et al. 2017 */                 \
  X(gelu, NKNeedsX)         /* x·Φ(x), by erf */                                                                     \
  X(geluTanh, NKNeedsX)     /* its tanh approximation */                                                             \
  X(silu, NKNeedsX)         /* x·sigmoid(x) */                                                                       \
  X(mish, NKNeedsX)         /* x·tanh(softplus(x)) */                                                                \
  X(softplus, NKNeedsX)     /* ln(1 + e^{a·x})/a, x where a·x > b */                                                 \
  X(softsign, NKNeedsX)     /* x/(1 + |x|) */                                                                        \
  X(hardsigmoid, NKNeedsX)  /* clamp(x/6 + 1/2, 0, 1) */                                                             \
  X(hardswish, NKNeedsX)    /* x·hardsigmoid(x) */                                                                   \
  X(erf, NKNeedsX) X(erfc, NKNeedsX)                                                                                 \
  X(pow, NKNeedsX)          /* xᵃ; derivative 0 where a = 0 */                                                       \
  X(clamp, NKNeedsX)        /* min(max(x, a), b), derivative 1 on the closed interval; NaN bounds are absent */      \
  X(floor, NKNeedsNothing) X(ceil, NKNeedsNothing) X(round, NKNeedsNothing) /* half to even */                       \
  X(trunc, NKNeedsNothing)                                                                                           \
  X(identity, NKNeedsNothing)

typedef NK_ENUM(NKUnary) {
#define NK_CASE(name, needs) NKUnary_##name,
  NK_UNARY_OPS(NK_CASE)
#undef NK_CASE
} NKUnary;

int nk_unary_count(void);                      ///< How many operations NKUnary has.
const char *nk_unary_name(NKUnary op);         ///< Its name as above; NULL outside the enumeration.
int nk_unary_needs(NKUnary op);                ///< What `nk_unary_backward` reads: NKNeeds… (the others may be NULL).

/// y = op(x); `a` and `b` are the operation's parameters. Floats; I64 knows neg abs sign square clamp identity.
void nk_unary(NKUnary op, NKType type, ptrdiff_t n, const void *x, void *y, double a, double b);
/// op(x) of one number, with the bits of Float64 arrays; no recording notes it. The operation's parameters are 0.
double nk_value(NKUnary op, double x);
/// dx (+)= dy · op′(x), where y = op(x). Of x and y only what `nk_unary_needs` says is read.
void nk_unary_backward(NKUnary op, NKType type, ptrdiff_t n, const void *x, const void *y, const void *dy, void *dx,
                       double a, double b, int accumulate);
/// The same over [rows, cols], and dbias[cols] (+)= the column sums of the new dx: one pass for a layer.
void nk_unary_backward_bias(NKUnary op, NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *y,
                            const void *dy, void *dx, void *dbias, double a, double b, int accumulate_bias);

// MARK: - Elementwise, two inputs, with broadcasting

/// X(name). I64 takes all but pow (exponents below 0 give 0) and atan2; division by zero gives 0: check before.
#define NK_BINARY_OPS(X)                                                                                             \
  X(add) X(sub) X(mul) X(div) X(pow) X(maximum) X(minimum) X(atan2)                                                  \
  X(fmod)      /* sign of the dividend, as C */                                                                      \
  X(remainder) /* sign of the divisor, as Python */                                                                  \
  X(hypot) X(logaddexp)

typedef NK_ENUM(NKBinary) {
#define NK_CASE(name) NKBinary_##name,
  NK_BINARY_OPS(NK_CASE)
#undef NK_CASE
} NKBinary;

/// X(name).
#define NK_COMPARE_OPS(X) X(less) X(lessEqual) X(greater) X(greaterEqual) X(equal) X(notEqual)

typedef NK_ENUM(NKCompare) {
#define NK_CASE(name) NKCompare_##name,
  NK_COMPARE_OPS(NK_CASE)
#undef NK_CASE
} NKCompare;

/// X(name).
#define NK_LOGIC_OPS(X) X(and) X(or) X(xor)

typedef NK_ENUM(NKLogic) {
#define NK_CASE(name) NKLogic_##name,
  NK_LOGIC_OPS(NK_CASE)
#undef NK_CASE
} NKLogic;

int nk_binary_count(void);                     ///< How many operations NKBinary has.
const char *nk_binary_name(NKBinary op);       ///< Its name as above; NULL outside the enumeration.
int nk_compare_count(void);                    ///< How many comparisons NKCompare has.
const char *nk_compare_name(NKCompare op);     ///< Its name as above; NULL outside the enumeration.

/// The greatest rank of the strided kernels.
#define NK_MAX_RANK 8

/// y[n] = op(a[n], b[n]), all contiguous.
void nk_binary(NKBinary op, NKType type, ptrdiff_t n, const void *a, const void *b, void *y);
/// op(a, b) of two numbers, with the bits of Float64 arrays; no recording notes it.
double nk_value_of_two(NKBinary op, double a, double b);
/// y[n] = op(a[n], s), or op(s, a[n]) when `scalar_left`.
void nk_binary_scalar(NKBinary op, NKType type, ptrdiff_t n, const void *a, double s, int scalar_left, void *y);
/// y = op(a, b) over `shape` (rank ≤ NK_MAX_RANK), y contiguous; a stride of 0 repeats. Row and column broadcasts are
/// recognised and run at full speed.
void nk_binary_strided(NKBinary op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                       const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *y);
/// da (+)= dy · ∂op/∂a and db (+)= dy · ∂op/∂b, each contiguous over `shape` (sum it to a's shape after); NULL skips one.
/// maximum and minimum give each side half at a tie; NaN bases and exponents follow pow.
void nk_binary_backward(NKBinary op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                        const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, const void *dy, void *da,
                        void *db, int accumulate);
/// y (bytes, 0 or 1) = a op b over `shape`; any type.
void nk_compare_strided(NKCompare op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                        const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, uint8_t *y);
/// y = a op b on bytes over `shape`.
void nk_logic_strided(NKLogic op, int rank, const ptrdiff_t *shape, const uint8_t *a, const ptrdiff_t *a_strides,
                      const uint8_t *b, const ptrdiff_t *b_strides, uint8_t *y);
/// y = !x on bytes.
void nk_logic_not(ptrdiff_t n, const uint8_t *x, uint8_t *y);
/// y = mask ? a : b over `shape`; any type.
void nk_where_strided(NKType type, int rank, const ptrdiff_t *shape, const uint8_t *mask, const ptrdiff_t *mask_strides,
                      const void *a, const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *y);

/// What nk_classify asks.
typedef NK_ENUM(NKClass) { NKClassNaN, NKClassInfinite, NKClassFinite, NKClassNonzero } NKClass;
/// y (bytes) = whether x is of the class; any type.
void nk_classify(NKClass which, NKType type, ptrdiff_t n, const void *x, uint8_t *y);
/// The index of the first element that is NaN or infinite, or −1.
ptrdiff_t nk_find_nonfinite(NKType type, ptrdiff_t n, const void *x);
/// The index of the first index outside 0..<count (−count..<count when `negative`), or −1.
ptrdiff_t nk_find_out_of_range(ptrdiff_t n, const int64_t *index, ptrdiff_t count, int negative);

// MARK: - Moving and filling

/// y = x in another type: floats to I64 truncate, saturate and give 0 for NaN; to Bool is x ≠ 0.
void nk_cast(NKType from, NKType to, ptrdiff_t n, const void *x, void *y);
/// y = value; I64 and Bool take the value converted as `nk_cast` does.
void nk_fill(NKType type, ptrdiff_t n, double value, void *y);
/// y[i] = start + i·step, each computed in double (I64 exactly, wrapping).
void nk_arange(NKType type, ptrdiff_t n, double start, double step, void *y);
/// y contiguous over `shape` = the view x with strides (0 repeats, negative reverses); any type.
void nk_copy_from_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, const ptrdiff_t *strides, void *y);
/// The view y with strides (+)= x contiguous over `shape`; any type (accumulate: not Bool). Overlapping elements of the
/// view are written, or accumulated, in row-major order.
void nk_copy_to_view(NKType type, int rank, const ptrdiff_t *shape, const void *x, void *y, const ptrdiff_t *strides,
                     int accumulate);
/// y += alpha·x.
void nk_axpy(NKType type, ptrdiff_t n, double alpha, const void *x, void *y);
/// y = alpha·x.
void nk_scale(NKType type, ptrdiff_t n, double alpha, const void *x, void *y);
/// y[outer, count, inner] = x[outer, axis, inner] at `index` along the axis; any type. Indices must be in range.
void nk_index_select(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count,
                     const int64_t *index, const void *x, void *y);
/// dx[outer, axis, inner] += dy[outer, count, inner] at `index` along the axis, in the order of the indices.
void nk_index_add(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t count, const int64_t *index,
                  const void *dy, void *dx);
/// torch.gather: y over `shape` = x at the same position but index[…] along `dim`; x has strides.
void nk_gather(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x,
               const ptrdiff_t *x_strides, void *y);
/// torch.scatter_add (accumulate) and torch.scatter: y at index[…] along `dim` (+)= x over `shape`, row-major order.
void nk_scatter(NKType type, int rank, const ptrdiff_t *shape, int dim, const int64_t *index, const void *x, void *y,
                const ptrdiff_t *y_strides, int accumulate);
/// y[n, classes] = 1 at index, else 0.
void nk_one_hot(NKType type, ptrdiff_t n, ptrdiff_t classes, const int64_t *index, void *y);
/// How many bytes are nonzero.
ptrdiff_t nk_count_true(ptrdiff_t n, const uint8_t *mask);
/// index = the positions of nonzero bytes, in order (room for nk_count_true of them).
void nk_nonzero(ptrdiff_t n, const uint8_t *mask, int64_t *index);
/// Sorts each line along the axis, stably, NaN last (first if descending); y and index may each be NULL; any type.
void nk_sort(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, int descending, void *y,
             int64_t *index);

// MARK: - Reductions

/// X(name). `sumSquares` is Σx², `sumAbs` Σ|x|; max and min give NaN when one is among the elements.
#define NK_REDUCE_OPS(X) X(sum) X(mean) X(prod) X(max) X(min) X(sumSquares) X(sumAbs) X(logsumexp)

typedef NK_ENUM(NKReduce) {
#define NK_CASE(name) NKReduce_##name,
  NK_REDUCE_OPS(NK_CASE)
#undef NK_CASE
} NKReduce;

int nk_reduce_count(void);                     ///< How many reductions NKReduce has.
const char *nk_reduce_name(NKReduce op);       ///< Its name as above; NULL outside the enumeration.

/// y[outer, inner] (+)= the reduction of x over the axis. I64 knows sum prod max min. An empty axis gives the identity
/// (0, 1, ∓∞; mean NaN).
void nk_reduce(NKReduce op, NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y,
               int accumulate);
/// index[outer, inner] = where the greatest (or least) element is, the first of equals; NaN counts as both. F32 F64 I64.
void nk_arg_extreme(NKType type, int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x,
                    int64_t *index);
/// dx = dy shared evenly among the elements equal to y, the extreme of their line.
void nk_extreme_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *y,
                         const void *dy, void *dx);
/// dx = dy · the product of the other elements of the line (right also when some are 0).
void nk_prod_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *dy,
                      void *dx);
/// mean and variance[outer, inner], two passes; the sum of squares is divided by axis − correction. mean may be NULL.
void nk_variance(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, double correction, const void *x,
                 void *mean, void *variance);
/// y[outer, inner] (bytes) = whether any (or all) of the bytes along the axis are nonzero.
void nk_any(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y);
void nk_all(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y);
/// y = running sums along the axis, from the end when `reverse`. F32 F64 I64.
void nk_cumsum(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const void *x, void *y);
/// y = running products along the axis. F32 F64 I64.
void nk_cumprod(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y);

// MARK: - Rows: softmax and norms

/// y = softmax of each row, or its logarithm when `logarithm`.
void nk_softmax(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *x, void *y);
/// dx = the gradient, from y and dy.
void nk_softmax_backward(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *y, const void *dy,
                         void *dx);
/// y = (x − mean)·rstd·gamma + beta for each row, rstd = 1/√(var + eps); gamma, beta may be NULL; mean and rstd[rows] out.
void nk_layer_norm(NKType type, ptrdiff_t rows, ptrdiff_t cols, double eps, const void *x, const void *gamma,
                   const void *beta, void *y, void *mean, void *rstd);
/// dx =, dgamma +=, dbeta +=; each may be NULL.
void nk_layer_norm_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *gamma,
                            const void *mean, const void *rstd, const void *dy, void *dx, void *dgamma, void *dbeta);
/// x is [outer, channels, inner]; mean and variance (divided by n) of each channel over outer and inner.
void nk_channel_moments(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, const void *x, void *mean,
                        void *variance);
/// y = (x − mean)/√(variance + eps)·gamma + beta by channel; gamma and beta may be NULL.
void nk_batch_norm(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, const void *x,
                   const void *mean, const void *variance, const void *gamma, const void *beta, void *y);
/// dx =, dgamma +=, dbeta += (each may be NULL); `training`: mean and variance are those of x, else constants.
void nk_batch_norm_backward(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, int training,
                            const void *x, const void *mean, const void *variance, const void *gamma, const void *dy,
                            void *dx, void *dgamma, void *dbeta);

// MARK: - Losses

/// X(name): of prediction x and target t; `p` is the parameter of the call.
#define NK_LOSS_OPS(X)                                                                                               \
  X(mse)           /* (x − t)² */                                                                                    \
  X(l1)            /* |x − t|, derivative 0 at 0 */                                                                  \
  X(huber)         /* d = |x − t|: d ≤ p ? d²/2 : p·(d − p/2) */                                                     \
  X(smoothL1)      /* d < p ? d²/(2p) : d − p/2 */                                                                   \
  X(bce)           /* −t ln x − (1 − t) ln(1 − x), logarithms clamped at −100 */                                     \
  X(bceWithLogits) /* max(x, 0) − x·t + ln(1 + e^{−|x|}) */                                                          \
  X(klDiv)         /* t·(ln t − x), 0 where t = 0 */                                                                 \
  X(klDivLog)      /* eᵗ·(t − x) */                                                                                  \
  X(hinge)         /* max(0, 1 − t·x) */

typedef NK_ENUM(NKLoss) {
#define NK_CASE(name) NKLoss_##name,
  NK_LOSS_OPS(NK_CASE)
#undef NK_CASE
} NKLoss;

int nk_loss_count(void);                       ///< How many losses NKLoss has.
const char *nk_loss_name(NKLoss op);           ///< Its name as above; NULL outside the enumeration.

/// y[n] = loss(x, t).
void nk_loss(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, void *y);
/// y[1] = scale · Σ loss(x, t), in the order of nk_reduce's sum.
void nk_loss_sum(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, double scale, void *y);
/// dx (+)= scale·dy·∂loss/∂x and dt (+)= scale·dy·∂loss/∂t; dx or dt may be NULL; dy has n elements, or one if `dy_scalar`.
void nk_loss_backward(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, const void *dy,
                      int dy_scalar, double scale, void *dx, void *dt, int accumulate);

/// Cross entropy of logits x[rows, cols] with class numbers, by way of logsumexp. Out for each row: its loss (already
/// weighted), lse, and the target's weight (1 without `weight`, 0 where ignored), whose sum the mean divides by.
/// Targets other than `ignore` must be in range. `smoothing` as in PyTorch; `weight` may be NULL.
void nk_cross_entropy(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                      const void *weight, int64_t ignore, double smoothing, void *loss, void *lse, void *row_weight);
/// dx (+)= scale·dy[row]·∂loss[row]/∂x; dy has `rows` elements, or one if `dy_scalar`.
void nk_cross_entropy_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                               const void *weight, int64_t ignore, double smoothing, const void *lse, const void *dy,
                               int dy_scalar, double scale, void *dx, int accumulate);

// MARK: - Matrix products

/// No activation in the epilogue of nk_gemm.
#define NK_NO_ACTIVATION (-1)

/// C[m, n] (+)= op(A)·op(B), op(A) is m × k; lda, ldb, ldc are the row strides of the arrays as stored. Then, if given,
/// + bias[n] (or bias[m], one for each row, when `bias_is_column`), and an activation (an NKUnary, or NK_NO_ACTIVATION).
void nk_gemm(NKType type, int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *a,
             ptrdiff_t lda, const void *b, ptrdiff_t ldb, void *c, ptrdiff_t ldc, int accumulate, const void *bias,
             int bias_is_column, int activation, double activation_a, double activation_b);
/// `batch` products at the given distances between matrices (0 repeats one); no epilogue.
void nk_gemm_batched(NKType type, int transpose_a, int transpose_b, ptrdiff_t batch, ptrdiff_t m, ptrdiff_t n,
                     ptrdiff_t k, const void *a, ptrdiff_t a_distance, ptrdiff_t lda, const void *b,
                     ptrdiff_t b_distance, ptrdiff_t ldb, void *c, ptrdiff_t c_distance, ptrdiff_t ldc, int accumulate);

// MARK: - Convolution and pooling

/// Images x[batch, channels, height, width], filters w[filters, channels/groups, kernel_height, kernel_width]. A
/// convolution in one dimension has height and kernel_height 1.
typedef struct NKConvolution {
  ptrdiff_t batch, channels, height, width, filters, kernel_height, kernel_width;
  ptrdiff_t stride_height, stride_width, padding_height, padding_width, dilation_height, dilation_width, groups;
} NKConvolution;

ptrdiff_t nk_conv2d_height(const NKConvolution *shape);   ///< Height of the output; ≤ 0 when the kernel does not fit.
ptrdiff_t nk_conv2d_width(const NKConvolution *shape);    ///< Width of the output; ≤ 0 when the kernel does not fit.
/// y[batch, filters, out_height, out_width] = x ⋆ w + bias; bias may be NULL.
void nk_conv2d(NKType type, const NKConvolution *shape, const void *x, const void *w, const void *bias, void *y);
/// dx (+)= from dy and w.
void nk_conv2d_backward_input(NKType type, const NKConvolution *shape, const void *w, const void *dy, void *dx,
                              int accumulate);
/// dw (+)= from x and dy, and dbias (+)=; either may be NULL.
void nk_conv2d_backward_weight(NKType type, const NKConvolution *shape, const void *x, const void *dy, void *dw,
                               void *dbias, int accumulate);

/// Windows over x[planes, height, width], planes = batch × channels.
typedef struct NKPooling {
  ptrdiff_t planes, height, width, kernel_height, kernel_width;
  ptrdiff_t stride_height, stride_width, padding_height, padding_width;
} NKPooling;

ptrdiff_t nk_pool2d_height(const NKPooling *shape);       ///< Height of the output; ≤ 0 when the window does not fit.
ptrdiff_t nk_pool2d_width(const NKPooling *shape);        ///< Width of the output; ≤ 0 when the window does not fit.
/// y[planes, out_height, out_width] = the greatest of each window; index = its place in the plane (may be NULL).
void nk_max_pool2d(NKType type, const NKPooling *shape, const void *x, void *y, int64_t *index);
/// dx = dy put back at `index`.
void nk_max_pool2d_backward(NKType type, const NKPooling *shape, const void *dy, const int64_t *index, void *dx);
/// y = the mean of each window, padding counted as zeros.
void nk_avg_pool2d(NKType type, const NKPooling *shape, const void *x, void *y);
/// dx = the gradient of that mean.
void nk_avg_pool2d_backward(NKType type, const NKPooling *shape, const void *dy, void *dx);

// MARK: - Optimizers, one pass over flat parameters p with gradients g

/// buffer = momentum·buffer + (1 − dampening)·g (the gradient itself when `first`); p −= lr·(…). buffer NULL: momentum 0.
void nk_sgd(NKType type, ptrdiff_t n, void *p, const void *g, void *buffer, double lr, double momentum,
            double dampening, double weight_decay, int nesterov, int first);
/// Adam; AdamW when `decoupled`; `step` counts from 1; v_max (AMSGrad) may be NULL.
void nk_adam(NKType type, ptrdiff_t n, void *p, const void *g, void *m, void *v, void *v_max, double lr, double beta1,
             double beta2, double eps, double weight_decay, int decoupled, int64_t step);
/// RMSprop; buffer (momentum) and mean (centered) may be NULL.
void nk_rmsprop(NKType type, ptrdiff_t n, void *p, const void *g, void *square, void *buffer, void *mean, double lr,
                double alpha, double eps, double weight_decay, double momentum);
/// Adagrad; `step` counts from 1.
void nk_adagrad(NKType type, ptrdiff_t n, void *p, const void *g, void *sum, double lr, double lr_decay,
                double weight_decay, double eps, int64_t step);

// MARK: - Random numbers

/// Turns 16·blocks uniform floats in [0, 1), in place, into the normal ones that PyTorch makes of them in `normal_` for
/// 16 elements and more.
void nk_torch_normal(ptrdiff_t blocks, double mean, double deviation, float *data);

#endif
