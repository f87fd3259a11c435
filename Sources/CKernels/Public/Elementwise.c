#include <math.h>
#include <string.h>

#include "../Internal/Runtime.h"
#include "../Internal/Strided.h"

/// Elements that a part of elementwise work begins at a multiple of: whole vectors, whole pages.
#define GRAIN 1024
/// Nanoseconds for an element, roughly: moved through memory, through a polynomial, through pairs of doubles.
#define MOVED 0.1
#define COMPUTED 0.3
#define PAIRED 1

// MARK: - One input

static double unary_cost(NKUnary op) {
  switch (op) {
    case NKUnary_log2: case NKUnary_log10: case NKUnary_tan: case NKUnary_asin: case NKUnary_acos:
    case NKUnary_atan: case NKUnary_sinh: case NKUnary_cosh: case NKUnary_asinh: case NKUnary_acosh:
    case NKUnary_atanh: case NKUnary_pow:
      return PAIRED;
    case NKUnary_neg: case NKUnary_abs: case NKUnary_sign: case NKUnary_square: case NKUnary_relu: case NKUnary_relu6:
    case NKUnary_leakyRelu: case NKUnary_clamp: case NKUnary_identity: case NKUnary_floor: case NKUnary_ceil:
    case NKUnary_round: case NKUnary_trunc: case NKUnary_reciprocal: case NKUnary_sqrt:
      return MOVED;
    default: return COMPUTED;
  }
}

typedef struct UnaryCall {
  NKUnary op;
  NKType type;
  const void *x, *y, *dy;
  void *out;
  double a, b;
  int accumulate;
} UnaryCall;

static void unary_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const UnaryCall *c = context;
  nk_kernels(c->type)->unary(c->op, end - begin, nk_at(c->x, begin, c->type), nk_at(c->out, begin, c->type), c->a,
                             c->b);
}

static void unary_backward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const UnaryCall *c = context;
  nk_kernels(c->type)->unary_backward(c->op, end - begin, nk_at(c->x, begin, c->type), nk_at(c->y, begin, c->type),
                                      nk_at(c->dy, begin, c->type), nk_at(c->out, begin, c->type), c->a, c->b,
                                      c->accumulate);
}

int nk_unary_of_launch(void (*body)(void *, ptrdiff_t, ptrdiff_t), const void *context, NKUnary *op, const void **x,
                       void **y, double *a, double *b) {
  const UnaryCall *c = context;
  if (body != unary_part) return 0;
  *op = c->op, *x = c->x, *y = c->out, *a = c->a, *b = c->b;
  return 1;
}

static void unary_i64(NKUnary op, ptrdiff_t n, const int64_t *x, int64_t *y, double a, double b) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const uint64_t bits = (uint64_t)x[i];
    switch (op) {
      case NKUnary_neg: y[i] = (int64_t)(0 - bits); break;
      case NKUnary_abs: y[i] = x[i] < 0 ? (int64_t)(0 - bits) : x[i]; break;
      case NKUnary_sign: y[i] = (x[i] > 0) - (x[i] < 0); break;
      case NKUnary_square: y[i] = (int64_t)(bits * bits); break;
      case NKUnary_clamp: {
        int64_t v = x[i];
        if ((double)v < a) v = nk_to_i64(a);
        if ((double)v > b) v = nk_to_i64(b);
        y[i] = v;
        break;
      }
      default: y[i] = x[i]; break;
    }
  }
}

void nk_unary(NKUnary op, NKType type, ptrdiff_t n, const void *x, void *y, double a, double b) {
  if (type == NKTypeI64) {
    nk_spoil_recording();
    return unary_i64(op, n, x, y, a, b);
  }
  if (!nk_is_float(type)) return;
  UnaryCall call = {.op = op, .type = type, .x = x, .out = y, .a = a, .b = b};
  NK_LAUNCH(n, GRAIN, unary_cost(op), unary_part, &call);
}

double nk_value(NKUnary op, double x) {
  double y = x;
  nk_kernels(NKTypeF64)->unary(op, 1, &x, &y, 0, 0);
  return y;
}

double nk_value_of_two(NKBinary op, double a, double b) {
  double y = a;
  nk_kernels(NKTypeF64)->binary(op, 1, &a, 1, &b, 1, &y);
  return y;
}

void nk_unary_backward(NKUnary op, NKType type, ptrdiff_t n, const void *x, const void *y, const void *dy, void *dx,
                       double a, double b, int accumulate) {
  if (!nk_is_float(type)) return;
  UnaryCall call = {.op = op, .type = type, .x = x, .y = y, .dy = dy, .out = dx, .a = a, .b = b, .accumulate = accumulate};
  NK_LAUNCH(n, GRAIN, unary_cost(op) + MOVED, unary_backward_part, &call);
}

void nk_unary_backward_bias(NKUnary op, NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *y,
                            const void *dy, void *dx, void *dbias, double a, double b, int accumulate_bias) {
  nk_unary_backward(op, type, rows * cols, x, y, dy, dx, a, b, 0);
  nk_reduce(NKReduce_sum, type, 1, rows, cols, dx, dbias, accumulate_bias);
}

// MARK: - Two inputs

static int64_t power_i64(int64_t base, int64_t exponent) {
  if (exponent < 0) return base == 1 ? 1 : base == -1 ? (exponent & 1 ? -1 : 1) : 0;
  uint64_t result = 1, b = (uint64_t)base;
  for (; exponent; exponent >>= 1, b *= b) {
    if (exponent & 1) result *= b;
  }
  return (int64_t)result;
}

static int64_t binary_i64_one(NKBinary op, int64_t p, int64_t q) {
  switch (op) {
    case NKBinary_add: return (int64_t)((uint64_t)p + (uint64_t)q);
    case NKBinary_sub: return (int64_t)((uint64_t)p - (uint64_t)q);
    case NKBinary_mul: return (int64_t)((uint64_t)p * (uint64_t)q);
    case NKBinary_div: return q == 0 ? 0 : q == -1 ? (int64_t)(0 - (uint64_t)p) : p / q;
    case NKBinary_pow: return power_i64(p, q);
    case NKBinary_maximum: return p > q ? p : q;
    case NKBinary_minimum: return p < q ? p : q;
    case NKBinary_fmod: return q == 0 || q == -1 ? 0 : p % q;
    case NKBinary_remainder: {
      const int64_t r = q == 0 || q == -1 ? 0 : p % q;
      return r != 0 && (r < 0) != (q < 0) ? r + q : r;
    }
    default: return 0;
  }
}

static void binary_run(NKBinary op, NKType type, ptrdiff_t n, const void *a, int a_step, const void *b, int b_step,
                       void *y) {
  if (nk_is_float(type)) return nk_kernels(type)->binary(op, n, a, a_step, b, b_step, y);
  if (type != NKTypeI64) return;
  const int64_t *p = a, *q = b;
  for (ptrdiff_t i = 0; i < n; i++) ((int64_t *)y)[i] = binary_i64_one(op, p[a_step ? i : 0], q[b_step ? i : 0]);
}

static double binary_cost(NKBinary op) {
  switch (op) {
    case NKBinary_pow: case NKBinary_atan2: case NKBinary_fmod: case NKBinary_remainder: case NKBinary_hypot:
      return PAIRED;
    case NKBinary_logaddexp: return COMPUTED;
    default: return MOVED;
  }
}

typedef struct FlatCall {
  NKBinary op;
  NKType type;
  const void *a, *b;  // NULL: the scalar
  int a_step, b_step;
  void *y;
  union {
    float f;
    double d;
    int64_t i;
  } scalar;
} FlatCall;

static void flat_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const FlatCall *c = context;
  binary_run(c->op, c->type, end - begin, c->a ? nk_at(c->a, begin, c->type) : &c->scalar, c->a_step,
             c->b ? nk_at(c->b, begin, c->type) : &c->scalar, c->b_step, nk_at(c->y, begin, c->type));
}

void nk_binary(NKBinary op, NKType type, ptrdiff_t n, const void *a, const void *b, void *y) {
  if (n == 0) return;
  FlatCall call = {.op = op, .type = type, .a = a, .b = b, .a_step = 1, .b_step = 1, .y = y};
  NK_LAUNCH(n, GRAIN, binary_cost(op), flat_part, &call);
}

void nk_binary_scalar(NKBinary op, NKType type, ptrdiff_t n, const void *a, double s, int scalar_left, void *y) {
  FlatCall call = {.op = op, .type = type, .a = scalar_left ? NULL : a, .b = scalar_left ? a : NULL,
                   .a_step = !scalar_left, .b_step = scalar_left != 0, .y = y};
  if (type == NKTypeF32)
    call.scalar.f = (float)s;
  else if (type == NKTypeI64)
    call.scalar.i = nk_to_i64(s);
  else
    call.scalar.d = s;
  NK_LAUNCH(n, GRAIN, binary_cost(op), flat_part, &call);
}

typedef struct BinaryCall {
  int op;
  NKType type;
  const void *dy;
  void *y, *da, *db;
  int accumulate;
} BinaryCall;

static void binary_body(void *context, const NKRun *run) {
  const BinaryCall *call = context;
  binary_run((NKBinary)call->op, call->type, run->count, run->operand[0], run->step[0], run->operand[1], run->step[1],
             (char *)call->y + run->begin * (ptrdiff_t)nk_size(call->type));
}

/// A strided walk in parts.
typedef struct WalkCall {
  NKView view;
  size_t sizes[NK_MAX_OPERANDS];
  const void *bases[NK_MAX_OPERANDS];
  void (*body)(void *, const NKRun *);
  BinaryCall context;
} WalkCall;

static void walk_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  WalkCall *c = context;
  nk_view_runs(&c->view, c->sizes, c->bases, begin, end, c->body, &c->context);
}

static void over_two(NKType type, int rank, const ptrdiff_t *shape, const void *a, const ptrdiff_t *a_strides,
                     const void *b, const ptrdiff_t *b_strides, double cost, void (*body)(void *, const NKRun *),
                     const BinaryCall *context) {
  WalkCall call = {nk_view(rank, shape, 2, (const ptrdiff_t *const[]){a_strides, b_strides}),
                   {nk_size(type), nk_size(type)}, {a, b}, body, *context};
  NK_LAUNCH(call.view.count, GRAIN, cost, walk_part, &call);
}

void nk_binary_strided(NKBinary op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                       const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *y) {
  BinaryCall call = {.op = op, .type = type, .y = y};
  over_two(type, rank, shape, a, a_strides, b, b_strides, binary_cost(op) + MOVED, binary_body, &call);
}

static void binary_backward_body(void *context, const NKRun *run) {
  const BinaryCall *call = context;
  const ptrdiff_t at = run->begin * (ptrdiff_t)nk_size(call->type);
  nk_kernels(call->type)->binary_backward((NKBinary)call->op, run->count, run->operand[0], run->step[0],
                                          run->operand[1], run->step[1], (const char *)call->dy + at,
                                          call->da ? (char *)call->da + at : NULL,
                                          call->db ? (char *)call->db + at : NULL, call->accumulate);
}

void nk_binary_backward(NKBinary op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                        const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, const void *dy, void *da,
                        void *db, int accumulate) {
  if (!nk_is_float(type)) return;
  BinaryCall call = {.op = op, .type = type, .dy = dy, .da = da, .db = db, .accumulate = accumulate};
  over_two(type, rank, shape, a, a_strides, b, b_strides, 2 * binary_cost(op) + COMPUTED, binary_backward_body, &call);
}

// MARK: - Comparison, logic, choice

#define COMPARE(op, symbol)                                                                                          \
  case NKCompare_##op:                                                                                               \
    for (ptrdiff_t i = 0; i < n; i++) y[i] = p[a_step ? i : 0] symbol q[b_step ? i : 0];                             \
    break;
#define COMPARE_INTEGERS(name, type)                                                                                 \
  static void name(NKCompare op, ptrdiff_t n, const type *p, int a_step, const type *q, int b_step, uint8_t *y) {    \
    switch (op) {                                                                                                    \
      COMPARE(less, <) COMPARE(lessEqual, <=) COMPARE(greater, >) COMPARE(greaterEqual, >=) COMPARE(equal, ==)       \
      COMPARE(notEqual, !=)                                                                                          \
    }                                                                                                                \
  }
COMPARE_INTEGERS(compare_i64, int64_t)
COMPARE_INTEGERS(compare_bool, uint8_t)

static void compare_body(void *context, const NKRun *run) {
  const BinaryCall *call = context;
  const NKCompare op = (NKCompare)call->op;
  uint8_t *y = (uint8_t *)call->y + run->begin;
  const void *a = run->operand[0], *b = run->operand[1];
  if (nk_is_float(call->type))
    nk_kernels(call->type)->compare(op, run->count, a, run->step[0], b, run->step[1], y);
  else if (call->type == NKTypeI64)
    compare_i64(op, run->count, a, run->step[0], b, run->step[1], y);
  else
    compare_bool(op, run->count, a, run->step[0], b, run->step[1], y);
}

void nk_compare_strided(NKCompare op, NKType type, int rank, const ptrdiff_t *shape, const void *a,
                        const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, uint8_t *y) {
  BinaryCall call = {.op = op, .type = type, .y = y};
  over_two(type, rank, shape, a, a_strides, b, b_strides, COMPUTED, compare_body, &call);
}

static void logic_body(void *context, const NKRun *run) {
  const BinaryCall *call = context;
  const uint8_t *p = run->operand[0], *q = run->operand[1];
  uint8_t *y = (uint8_t *)call->y + run->begin;
  for (ptrdiff_t i = 0; i < run->count; i++) {
    const int u = p[run->step[0] ? i : 0] != 0, v = q[run->step[1] ? i : 0] != 0;
    y[i] = (uint8_t)(call->op == NKLogic_and ? u & v : call->op == NKLogic_or ? u | v : u ^ v);
  }
}

void nk_logic_strided(NKLogic op, int rank, const ptrdiff_t *shape, const uint8_t *a, const ptrdiff_t *a_strides,
                      const uint8_t *b, const ptrdiff_t *b_strides, uint8_t *y) {
  BinaryCall call = {.op = op, .type = NKTypeBool, .y = y};
  over_two(NKTypeBool, rank, shape, a, a_strides, b, b_strides, COMPUTED, logic_body, &call);
}

void nk_logic_not(ptrdiff_t n, const uint8_t *x, uint8_t *y) {
  nk_spoil_recording();
  for (ptrdiff_t i = 0; i < n; i++) y[i] = x[i] == 0;
}

#define CHOOSE_LINE(p, q)                                                                                            \
  for (ptrdiff_t i = 0; i < n; i++) y[i] = mask[i] ? p : q;
#define CHOOSE(type)                                                                                                 \
  {                                                                                                                  \
    const type *p = run->operand[1], *q = run->operand[2];                                                           \
    type *y = (type *)call->y + run->begin;                                                                          \
    /* Each mix of lines and numbers has a loop that vectors can do. */                                              \
    if (!run->step[0]) {                                                                                             \
      const type *chosen = *mask ? p : q;                                                                            \
      const int step = *mask ? run->step[1] : run->step[2];                                                          \
      for (ptrdiff_t i = 0; i < n; i++) y[i] = chosen[step ? i : 0];                                                 \
    } else if (run->step[1] && run->step[2]) {                                                                       \
      CHOOSE_LINE(p[i], q[i])                                                                                        \
    } else if (run->step[1]) {                                                                                       \
      const type other = *q;                                                                                         \
      CHOOSE_LINE(p[i], other)                                                                                       \
    } else {                                                                                                         \
      const type one = *p;                                                                                           \
      for (ptrdiff_t i = 0; i < n; i++) y[i] = mask[i] ? one : q[run->step[2] ? i : 0];                              \
    }                                                                                                                \
  }

static void where_body(void *context, const NKRun *run) {
  const BinaryCall *call = context;
  const uint8_t *mask = run->operand[0];
  const ptrdiff_t n = run->count;
  switch (nk_size(call->type)) {
    case 1: CHOOSE(uint8_t) break;
    case 4: CHOOSE(uint32_t) break;
    default: CHOOSE(uint64_t) break;
  }
}

void nk_where_strided(NKType type, int rank, const ptrdiff_t *shape, const uint8_t *mask, const ptrdiff_t *mask_strides,
                      const void *a, const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *y) {
  BinaryCall call = {.type = type, .y = y};
  WalkCall walk = {nk_view(rank, shape, 3, (const ptrdiff_t *const[]){mask_strides, a_strides, b_strides}),
                   {1, nk_size(type), nk_size(type)}, {mask, a, b}, where_body, call};
  NK_LAUNCH(walk.view.count, GRAIN, COMPUTED, walk_part, &walk);
}

// MARK: - Inspection

#define CLASSIFY(type, nan, infinite)                                                                                \
  {                                                                                                                  \
    const type *v = x;                                                                                               \
    for (ptrdiff_t i = 0; i < n; i++) {                                                                              \
      const int is_nan = (nan), is_infinite = (infinite);                                                            \
      y[i] = (uint8_t)(which == NKClassNaN        ? is_nan                                                           \
                       : which == NKClassInfinite ? is_infinite                                                      \
                       : which == NKClassFinite   ? !(is_nan | is_infinite)                                          \
                                                  : v[i] != 0);                                                      \
    }                                                                                                                \
  }

void nk_classify(NKClass which, NKType type, ptrdiff_t n, const void *x, uint8_t *y) {
  nk_spoil_recording();
  switch (type) {
    case NKTypeF32: CLASSIFY(float, v[i] != v[i], fabsf(v[i]) == INFINITY) break;
    case NKTypeF64: CLASSIFY(double, v[i] != v[i], fabs(v[i]) == (double)INFINITY) break;
    case NKTypeI64: CLASSIFY(int64_t, 0, 0) break;
    case NKTypeBool: CLASSIFY(uint8_t, 0, 0) break;
  }
}

ptrdiff_t nk_find_nonfinite(NKType type, ptrdiff_t n, const void *x) {
  nk_spoil_recording();
  if (!nk_is_float(type)) return -1;
  for (ptrdiff_t i = 0; i < n; i++) {
    const double v = type == NKTypeF32 ? (double)((const float *)x)[i] : ((const double *)x)[i];
    if (!(fabs(v) < (double)INFINITY)) return i;
  }
  return -1;
}

ptrdiff_t nk_find_out_of_range(ptrdiff_t n, const int64_t *index, ptrdiff_t count, int negative) {
  nk_spoil_recording();
  for (ptrdiff_t i = 0; i < n; i++) {
    if (index[i] >= count || index[i] < (negative ? -count : 0)) return i;
  }
  return -1;
}
