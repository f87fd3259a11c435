#include <string.h>

#include "../Internal/Runtime.h"

#define GRAIN 1024

typedef struct LossCall {
  NKLoss op;
  NKType type;
  const void *x, *t, *dy;
  int dy_step, accumulate;
  ptrdiff_t n;
  double p, scale;
  void *out, *dx, *dt;
  // cross entropy
  ptrdiff_t cols;
  const int64_t *target;
  const void *weight, *lse;
  int64_t ignore;
  double smoothing;
  void *out_lse, *out_weight;
} LossCall;

#define ONE(p) nk_at(c->p, begin, c->type)
#define ROW(p) nk_at(c->p, begin *c->cols, c->type)

// MARK: - Elementwise

static void loss_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const LossCall *c = context;
  nk_kernels(c->type)->loss(c->op, end - begin, ONE(x), ONE(t), c->p, ONE(out));
}

void nk_loss(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, void *y) {
  if (!nk_is_float(type)) return;
  LossCall call = {.op = op, .type = type, .x = x, .t = t, .p = p, .out = y};
  NK_LAUNCH(n, GRAIN, 0.4, loss_part, &call);
}

/// Losses computed at a time before they are summed.
#define LOSS_BLOCK 1024

static void loss_sum_whole(void *context, ptrdiff_t begin, ptrdiff_t end) {
  (void)begin, (void)end;
  const LossCall *c = context;
  _Alignas(64) double block[LOSS_BLOCK];
  const NKFloatKernels *kernels = nk_kernels(c->type);
  memset(c->out, 0, nk_size(c->type));
  for (ptrdiff_t at = 0; at < c->n; at += LOSS_BLOCK) {
    const ptrdiff_t count = c->n - at < LOSS_BLOCK ? c->n - at : LOSS_BLOCK;
    kernels->loss(c->op, count, nk_at(c->x, at, c->type), nk_at(c->t, at, c->type), c->p, block);
    kernels->reduce(NKReduce_sum, 1, count, 1, count, 1, block, c->out, 1);
  }
  kernels->scale(1, c->scale, c->out, c->out);
}

void nk_loss_sum(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, double scale, void *y) {
  if (!nk_is_float(type)) return;
  LossCall call = {.op = op, .type = type, .n = n, .x = x, .t = t, .p = p, .scale = scale, .out = y};
  NK_LAUNCH(1, 1, 0.4 * (double)n, loss_sum_whole, &call);
}

static void loss_backward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const LossCall *c = context;
  nk_kernels(c->type)->loss_backward(c->op, end - begin, ONE(x), ONE(t), c->p, c->dy_step ? ONE(dy) : c->dy, c->dy_step,
                                     c->scale, ONE(dx), ONE(dt), c->accumulate);
}

void nk_loss_backward(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, const void *dy,
                      int dy_scalar, double scale, void *dx, void *dt, int accumulate) {
  if (!nk_is_float(type)) return;
  LossCall call = {.op = op, .type = type, .x = x, .t = t, .p = p, .dy = dy, .dy_step = !dy_scalar, .scale = scale,
                   .dx = dx, .dt = dt, .accumulate = accumulate};
  NK_LAUNCH(n, GRAIN, 0.5, loss_backward_part, &call);
}

// MARK: - Cross entropy

static void cross_entropy_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const LossCall *c = context;
  nk_kernels(c->type)->cross_entropy(end - begin, c->cols, ROW(x), c->target + begin, c->weight, c->ignore,
                                     c->smoothing, ONE(out), ONE(out_lse), ONE(out_weight));
}

void nk_cross_entropy(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                      const void *weight, int64_t ignore, double smoothing, void *loss, void *lse, void *row_weight) {
  if (!nk_is_float(type)) return;
  LossCall call = {.type = type, .cols = cols, .x = x, .target = target, .weight = weight, .ignore = ignore,
                   .smoothing = smoothing, .out = loss, .out_lse = lse, .out_weight = row_weight};
  NK_LAUNCH(rows, 1, 0.4 * (double)cols + 20, cross_entropy_part, &call);
}

static void cross_entropy_backward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const LossCall *c = context;
  nk_kernels(c->type)->cross_entropy_backward(end - begin, c->cols, ROW(x), c->target + begin, c->weight, c->ignore,
                                              c->smoothing, ONE(lse), c->dy_step ? ONE(dy) : c->dy, c->dy_step,
                                              c->scale, ROW(dx), c->accumulate);
}

void nk_cross_entropy_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                               const void *weight, int64_t ignore, double smoothing, const void *lse, const void *dy,
                               int dy_scalar, double scale, void *dx, int accumulate) {
  if (!nk_is_float(type)) return;
  LossCall call = {.type = type, .cols = cols, .x = x, .target = target, .weight = weight, .ignore = ignore,
                   .smoothing = smoothing, .lse = lse, .dy = dy, .dy_step = !dy_scalar, .scale = scale, .dx = dx,
                   .accumulate = accumulate};
  NK_LAUNCH(rows, 1, 0.3 * (double)cols + 5, cross_entropy_backward_part, &call);
}
