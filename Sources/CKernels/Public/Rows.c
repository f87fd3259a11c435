#include "../Internal/Runtime.h"

/// What a call over rows, or over channels, was given; each part takes some of them.
typedef struct RowsCall {
  NKType type;
  int flag;
  ptrdiff_t rows, cols, channels, inner;
  double eps;
  const void *x, *gamma, *beta, *mean, *rstd, *dy;
  void *y, *out_mean, *out_rstd, *dgamma, *dbeta;
} RowsCall;

#define ROW(p) nk_at(c->p, begin *c->cols, c->type)
#define ONE(p) nk_at(c->p, begin, c->type)
#define CHANNEL(p) nk_at(c->p, begin *c->inner, c->type)

// MARK: - Softmax

static void softmax_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->softmax(c->flag, end - begin, c->cols, ROW(x), ROW(y));
}

void nk_softmax(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *x, void *y) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .flag = logarithm, .cols = cols, .x = x, .y = y};
  NK_LAUNCH(rows, 1, 0.5 * (double)cols + 5, softmax_part, &call);
}

static void softmax_backward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->softmax_backward(c->flag, end - begin, c->cols, ROW(x), ROW(dy), ROW(y));
}

void nk_softmax_backward(NKType type, int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *y, const void *dy,
                         void *dx) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .flag = logarithm, .cols = cols, .x = y, .dy = dy, .y = dx};
  NK_LAUNCH(rows, 1, 0.3 * (double)cols + 5, softmax_backward_part, &call);
}

// MARK: - Layer norm

static void layer_norm_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->layer_norm(end - begin, c->cols, c->eps, ROW(x), c->gamma, c->beta, ROW(y), ONE(out_mean),
                                  ONE(out_rstd));
}

void nk_layer_norm(NKType type, ptrdiff_t rows, ptrdiff_t cols, double eps, const void *x, const void *gamma,
                   const void *beta, void *y, void *mean, void *rstd) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .cols = cols, .eps = eps, .x = x, .gamma = gamma, .beta = beta, .y = y,
                   .out_mean = mean, .out_rstd = rstd};
  NK_LAUNCH(rows, 1, 0.2 * (double)cols + 5, layer_norm_part, &call);
}

static void layer_norm_input_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->layer_norm_backward_input(end - begin, c->cols, ROW(x), c->gamma, ONE(mean), ONE(rstd), ROW(dy),
                                                 ROW(y));
}

static void layer_norm_affine_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->layer_norm_backward_affine(c->rows, end - begin, c->cols, ONE(x), c->mean, c->rstd, ONE(dy),
                                                  ONE(dgamma), ONE(dbeta));
}

void nk_layer_norm_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const void *gamma,
                            const void *mean, const void *rstd, const void *dy, void *dx, void *dgamma, void *dbeta) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .rows = rows, .cols = cols, .x = x, .gamma = gamma, .mean = mean, .rstd = rstd,
                   .dy = dy, .y = dx, .dgamma = dgamma, .dbeta = dbeta};
  if (dx) NK_LAUNCH(rows, 1, 0.3 * (double)cols + 5, layer_norm_input_part, &call);
  if (dgamma || dbeta) NK_LAUNCH(cols, 64, 0.15 * (double)rows, layer_norm_affine_part, &call);
}

// MARK: - Batch norm: parts are of channels, or of the outer dim where a channel has one element in each

static void moments_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->channel_moments(c->rows, end - begin, c->inner, c->channels * c->inner, CHANNEL(x),
                                       ONE(out_mean), ONE(out_rstd));
}

/// Channels in a part begin at a multiple of it: whole vectors where channels are neighbours.
static ptrdiff_t channel_grain(ptrdiff_t inner) { return inner == 1 ? 64 : 1; }

void nk_channel_moments(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, const void *x, void *mean,
                        void *variance) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .rows = outer, .channels = channels, .inner = inner, .x = x, .out_mean = mean,
                   .out_rstd = variance};
  NK_LAUNCH(channels, channel_grain(inner), 0.15 * (double)(outer * inner), moments_part, &call);
}

static void batch_norm_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->batch_norm(end - begin, c->channels, c->inner, c->cols, c->eps, ROW(x), c->mean, c->rstd,
                                  c->gamma, c->beta, ROW(y));
}

void nk_batch_norm(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, const void *x,
                   const void *mean, const void *variance, const void *gamma, const void *beta, void *y) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .cols = channels * inner, .channels = channels, .inner = inner, .eps = eps, .x = x,
                   .mean = mean, .rstd = variance, .gamma = gamma, .beta = beta, .y = y};
  NK_LAUNCH(outer, 1, 0.2 * (double)(channels * inner), batch_norm_part, &call);
}

static void batch_norm_backward_part(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const RowsCall *c = context;
  nk_kernels(c->type)->batch_norm_backward(c->rows, end - begin, c->inner, c->channels * c->inner, c->eps, c->flag,
                                           CHANNEL(x), ONE(mean), ONE(rstd), ONE(gamma), CHANNEL(dy), CHANNEL(y),
                                           ONE(dgamma), ONE(dbeta));
}

void nk_batch_norm_backward(NKType type, ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, double eps, int training,
                            const void *x, const void *mean, const void *variance, const void *gamma, const void *dy,
                            void *dx, void *dgamma, void *dbeta) {
  if (!nk_is_float(type)) return;
  RowsCall call = {.type = type, .flag = training, .rows = outer, .channels = channels, .inner = inner, .eps = eps,
                   .x = x, .mean = mean, .rstd = variance, .gamma = gamma, .dy = dy, .y = dx, .dgamma = dgamma,
                   .dbeta = dbeta};
  NK_LAUNCH(channels, channel_grain(inner), 0.3 * (double)(outer * inner), batch_norm_backward_part, &call);
}
