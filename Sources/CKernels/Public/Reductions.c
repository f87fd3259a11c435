#include <stdlib.h>

#include "../Internal/Runtime.h"

// MARK: - Floats

/// Columns that a part of a reduction across lines begins at a multiple of.
#define COLUMN_GRAIN 64

typedef struct ReduceCall {
  NKReduce op;
  NKType type;
  ptrdiff_t axis, inner, outer_stride, axis_stride;
  const void *x;
  void *y, *z;
  int accumulate;
  double correction;
} ReduceCall;

static void reduce_lines(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ReduceCall *c = context;
  nk_kernels(c->type)->reduce(c->op, end - begin, c->axis, c->inner, c->outer_stride, c->axis_stride,
                              nk_at(c->x, begin * c->outer_stride, c->type), nk_at(c->y, begin * c->inner, c->type),
                              c->accumulate);
}

static void reduce_columns(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ReduceCall *c = context;
  nk_kernels(c->type)->reduce(c->op, 1, c->axis, end - begin, 0, c->axis_stride, nk_at(c->x, begin, c->type),
                              nk_at(c->y, begin, c->type), c->accumulate);
}

/// One block of a long line: its sum goes to its place among the sums of the blocks.
static void reduce_blocks(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ReduceCall *c = context;
  for (ptrdiff_t block = begin; block < end; block++) {
    const ptrdiff_t at = block * NK_SUM_BLOCK, n = c->axis - at < NK_SUM_BLOCK ? c->axis - at : NK_SUM_BLOCK;
    nk_kernels(c->type)->reduce(c->op, 1, n, 1, n, 1, nk_at(c->x, at, c->type), nk_at(c->y, block, c->type), 0);
  }
}

#define JOIN(name, type)                                                                                             \
  static type name(NKReduce op, ptrdiff_t blocks, const type *sums) {                                                \
    if (blocks == 1) return sums[0];                                                                                 \
    const ptrdiff_t left = NK_LEFT_BLOCKS(blocks);                                                                   \
    const type a = name(op, left, sums), b = name(op, blocks - left, sums + left);                                   \
    switch (op) {                                                                                                    \
      case NKReduce_prod: return a * b;                                                                              \
      case NKReduce_max: return a > b || a != a ? a : b;                                                             \
      case NKReduce_min: return a < b || a != a ? a : b;                                                             \
      default: return a + b;                                                                                         \
    }                                                                                                                \
  }
JOIN(join_f32, float)
JOIN(join_f64, double)

/// One long line on several threads: the blocks, and the tree that joins them, are those of the line on one.
static void reduce_long_line(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const ReduceCall *c = context;
  const ptrdiff_t blocks = (c->axis + NK_SUM_BLOCK - 1) / NK_SUM_BLOCK;
  void *sums = nk_threads() == 1 ? NULL : malloc((size_t)blocks * nk_size(c->type));
  if (!sums) return reduce_lines(context, 0, 1);
  ReduceCall call = *c;
  call.op = c->op == NKReduce_mean ? NKReduce_sum : c->op;
  call.y = sums;
  nk_share(blocks, 1, 0.05 * NK_SUM_BLOCK, reduce_blocks, &call);
  if (c->type == NKTypeF32) {
    const float v = join_f32(call.op, blocks, sums), w = c->op == NKReduce_mean ? v / (float)c->axis : v;
    *(float *)c->y = c->accumulate ? *(float *)c->y + w : w;
  } else {
    const double v = join_f64(call.op, blocks, sums), w = c->op == NKReduce_mean ? v / (double)c->axis : v;
    *(double *)c->y = c->accumulate ? *(double *)c->y + w : w;
  }
  free(sums);
}

static double reduce_cost(NKReduce op) { return op == NKReduce_logsumexp ? 0.3 : 0.06; }

static void reduce_floats(NKReduce op, NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x,
                          void *y, int accumulate) {
  ReduceCall call = {.op = op, .type = type, .axis = axis, .inner = inner, .outer_stride = axis * inner,
                     .axis_stride = inner, .x = x, .y = y, .accumulate = accumulate};
  if (outer == 1 && inner == 1 && op != NKReduce_logsumexp && axis >= 16 * NK_SUM_BLOCK)
    NK_WHOLE(reduce_long_line, &call);
  else if (outer == 1 && inner > COLUMN_GRAIN)
    NK_LAUNCH(inner, COLUMN_GRAIN, reduce_cost(op) * (double)axis, reduce_columns, &call);
  else
    NK_LAUNCH(outer, 1, reduce_cost(op) * (double)(axis * inner) + 2, reduce_lines, &call);
}

static void variance_lines(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const ReduceCall *c = context;
  nk_kernels(c->type)->variance(end - begin, c->axis, c->inner, c->outer_stride, c->axis_stride, c->correction,
                                nk_at(c->x, begin * c->outer_stride, c->type), nk_at(c->y, begin * c->inner, c->type),
                                nk_at(c->z, begin * c->inner, c->type));
}

void nk_variance(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, double correction, const void *x,
                 void *mean, void *variance) {
  if (!nk_is_float(type)) return;
  ReduceCall call = {.type = type, .axis = axis, .inner = inner, .outer_stride = axis * inner, .axis_stride = inner,
                     .x = x, .y = mean, .z = variance, .correction = correction};
  NK_LAUNCH(outer, 1, 0.12 * (double)(axis * inner), variance_lines, &call);
}

// MARK: - Every type

static int64_t reduce_i64_line(NKReduce op, ptrdiff_t n, const int64_t *x, ptrdiff_t stride) {
  uint64_t value = op == NKReduce_prod ? 1 : 0;
  if (op == NKReduce_max) value = (uint64_t)INT64_MIN;
  if (op == NKReduce_min) value = (uint64_t)INT64_MAX;
  for (ptrdiff_t k = 0; k < n; k++) {
    const int64_t v = x[k * stride];
    switch (op) {
      case NKReduce_prod: value *= (uint64_t)v; break;
      case NKReduce_max: value = v > (int64_t)value ? (uint64_t)v : value; break;
      case NKReduce_min: value = v < (int64_t)value ? (uint64_t)v : value; break;
      default: value += (uint64_t)v; break;
    }
  }
  return (int64_t)value;
}

void nk_reduce(NKReduce op, NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y,
               int accumulate) {
  if (nk_is_float(type)) return reduce_floats(op, type, outer, axis, inner, x, y, accumulate);
  nk_spoil_recording();
  if (type != NKTypeI64) return;
  int64_t *out = y;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++, out++) {
      const int64_t v = reduce_i64_line(op, axis, (const int64_t *)x + o * axis * inner + i, inner);
      *out = accumulate ? (int64_t)((uint64_t)*out + (uint64_t)v) : v;
    }
  }
}

void nk_arg_extreme(NKType type, int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x,
                    int64_t *index) {
  nk_spoil_recording();
  if (nk_is_float(type)) return nk_kernels(type)->arg_extreme(least, outer, axis, inner, x, index);
  if (type != NKTypeI64) return;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      const int64_t *line = (const int64_t *)x + o * axis * inner + i;
      ptrdiff_t best = 0;
      for (ptrdiff_t k = 1; k < axis; k++)
        if (least ? line[k * inner] < line[best * inner] : line[k * inner] > line[best * inner]) best = k;
      *index++ = best;
    }
  }
}

/// What a call over whole lines was given.
typedef struct LinesCall {
  NKType type;
  int reverse;
  ptrdiff_t outer, axis, inner;
  const void *x, *y, *dy;
  void *out;
} LinesCall;

static void extreme_backward_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const LinesCall *c = context;
  nk_kernels(c->type)->extreme_backward(c->outer, c->axis, c->inner, c->x, c->y, c->dy, c->out);
}

void nk_extreme_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *y,
                         const void *dy, void *dx) {
  LinesCall call = {.type = type, .outer = outer, .axis = axis, .inner = inner, .x = x, .y = y, .dy = dy, .out = dx};
  if (nk_is_float(type)) NK_WHOLE(extreme_backward_whole, &call);
}

void nk_prod_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *dy,
                      void *dx) {
  nk_spoil_recording();
  if (nk_is_float(type)) nk_kernels(type)->prod_backward(outer, axis, inner, x, dy, dx);
}

static void any_or_all(int all, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  nk_spoil_recording();
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      int value = all;
      for (ptrdiff_t k = 0; k < axis && value == all; k++) value = x[(o * axis + k) * inner + i] != 0;
      *y++ = (uint8_t)value;
    }
  }
}

void nk_any(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  any_or_all(0, outer, axis, inner, x, y);
}

void nk_all(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  any_or_all(1, outer, axis, inner, x, y);
}

#define RUNNING(name, assign)                                                                                        \
  static void name(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const uint64_t *x, uint64_t *y) {  \
    for (ptrdiff_t o = 0; o < outer; o++, x += axis * inner, y += axis * inner) {                                    \
      for (ptrdiff_t k = 0; k < axis; k++) {                                                                         \
        const ptrdiff_t at = (reverse ? axis - 1 - k : k) * inner, last = at + (reverse ? inner : -inner);           \
        for (ptrdiff_t i = 0; i < inner; i++) y[at + i] = k ? y[last + i] assign x[at + i] : x[at + i];              \
      }                                                                                                              \
    }                                                                                                                \
  }
RUNNING(cumsum_i64, +)
RUNNING(cumprod_i64, *)

static void cumsum_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const LinesCall *c = context;
  if (nk_is_float(c->type))
    nk_kernels(c->type)->cumsum(c->outer, c->axis, c->inner, c->reverse, c->x, c->out);
  else if (c->type == NKTypeI64)
    cumsum_i64(c->outer, c->axis, c->inner, c->reverse, c->x, c->out);
}

void nk_cumsum(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const void *x, void *y) {
  LinesCall call = {.type = type, .reverse = reverse, .outer = outer, .axis = axis, .inner = inner, .x = x, .out = y};
  NK_WHOLE(cumsum_whole, &call);
}

void nk_cumprod(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y) {
  nk_spoil_recording();
  if (nk_is_float(type))
    nk_kernels(type)->cumprod(outer, axis, inner, x, y);
  else if (type == NKTypeI64)
    cumprod_i64(outer, axis, inner, 0, x, y);
}
