#include "../Internal/Runtime.h"

/// Nanoseconds for a multiply-add in a matrix product, roughly.
#define MULTIPLY_ADD 0.015
/// Rows or columns that a part of a product begins at a multiple of: whole tiles on every path.
#define TILE_GRAIN 48

typedef struct GemmCall {
  NKType type;
  int transpose_a, transpose_b, accumulate, bias_is_column, activation;
  ptrdiff_t m, n, k, lda, ldb, ldc, a_distance, b_distance, c_distance;
  const void *a, *b, *bias;
  void *c;
  double activation_a, activation_b;
  /// Where the activation goes, when C is wanted without it too.
  void *activated;
} GemmCall;

static void run(const GemmCall *g, ptrdiff_t row, ptrdiff_t rows, ptrdiff_t col, ptrdiff_t cols) {
  nk_kernels(g->type)->gemm(g->transpose_a, g->transpose_b, rows, cols, g->k,
                            nk_at(g->a, g->transpose_a ? row : row * g->lda, g->type), g->lda,
                            nk_at(g->b, g->transpose_b ? col * g->ldb : col, g->type), g->ldb,
                            nk_at(g->c, row * g->ldc + col, g->type), g->ldc, g->accumulate,
                            nk_at(g->bias, g->bias_is_column ? row : col, g->type), g->bias_is_column,
                            g->activated ? NK_NO_ACTIVATION : g->activation, g->activation_a, g->activation_b);
  if (!g->activated) return;
  // Of whole rows in one piece.
  const ptrdiff_t pieces = cols == g->n ? 1 : rows, length = rows * cols / (pieces > 0 ? pieces : 1);
  for (ptrdiff_t i = 0; i < pieces; i++) {
    const ptrdiff_t at = (row + i) * g->ldc + col;
    nk_kernels(g->type)->unary((NKUnary)g->activation, length, nk_at(g->c, at, g->type),
                               nk_at(g->activated, at, g->type), g->activation_a, g->activation_b);
  }
}

static void by_rows(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const GemmCall *g = context;
  run(g, begin, end - begin, 0, g->n);
}

static void by_cols(void *context, ptrdiff_t begin, ptrdiff_t end) {
  const GemmCall *g = context;
  run(g, 0, g->m, begin, end - begin);
}

int nk_product_computes(void (*body)(void *, ptrdiff_t, ptrdiff_t), void *context, ptrdiff_t count, NKUnary op,
                        const void *x, void *y, double a, double b) {
  GemmCall *g = context;
  if (body != by_rows && body != by_cols) return 0;
  if (g->c != x || g->ldc != g->n || g->m * g->n != count || g->accumulate || g->activation >= 0) return 0;
  g->activation = (int)op, g->activation_a = a, g->activation_b = b, g->activated = y;
  return 1;
}

void nk_gemm(NKType type, int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *a,
             ptrdiff_t lda, const void *b, ptrdiff_t ldb, void *c, ptrdiff_t ldc, int accumulate, const void *bias,
             int bias_is_column, int activation, double activation_a, double activation_b) {
  if (!nk_is_float(type)) return;
  GemmCall call = {.type = type, .transpose_a = transpose_a, .transpose_b = transpose_b, .accumulate = accumulate,
                   .bias_is_column = bias_is_column, .activation = activation, .m = m, .n = n, .k = k, .lda = lda,
                   .ldb = ldb, .ldc = ldc, .a = a, .b = b, .bias = bias, .c = c, .activation_a = activation_a,
                   .activation_b = activation_b};
  const int threads = nk_threads();
  if (threads == 1) {
    NK_NOTE_LAUNCH(m, m, 0, by_rows, &call);
    return run(&call, 0, m, 0, n);
  }
  // Each thread packs what its part reads: one part for each thread along the longer side.
  const ptrdiff_t side = m >= n ? m : n, share = (side + threads - 1) / threads;
  const ptrdiff_t grain = (share + TILE_GRAIN - 1) / TILE_GRAIN * TILE_GRAIN;
  NK_LAUNCH(side, grain, (double)(m >= n ? n : m) * (double)k * MULTIPLY_ADD, m >= n ? by_rows : by_cols, &call);
}

static void by_batch(void *context, ptrdiff_t begin, ptrdiff_t end) {
  GemmCall g = *(const GemmCall *)context;
  const void *a = g.a, *b = g.b;
  void *c = g.c;
  for (ptrdiff_t i = begin; i < end; i++) {
    g.a = nk_at(a, i * g.a_distance, g.type);
    g.b = nk_at(b, i * g.b_distance, g.type);
    g.c = nk_at(c, i * g.c_distance, g.type);
    run(&g, 0, g.m, 0, g.n);
  }
}

void nk_gemm_batched(NKType type, int transpose_a, int transpose_b, ptrdiff_t batch, ptrdiff_t m, ptrdiff_t n,
                     ptrdiff_t k, const void *a, ptrdiff_t a_distance, ptrdiff_t lda, const void *b,
                     ptrdiff_t b_distance, ptrdiff_t ldb, void *c, ptrdiff_t c_distance, ptrdiff_t ldc,
                     int accumulate) {
  if (!nk_is_float(type)) return;
  GemmCall call = {.type = type, .transpose_a = transpose_a, .transpose_b = transpose_b, .accumulate = accumulate,
                   .activation = NK_NO_ACTIVATION, .m = m, .n = n, .k = k, .lda = lda, .ldb = ldb, .ldc = ldc,
                   .a_distance = a_distance, .b_distance = b_distance, .c_distance = c_distance, .a = a, .b = b,
                   .c = c};
  NK_LAUNCH(batch, 1, (double)m * (double)n * (double)k * MULTIPLY_ADD + 20, by_batch, &call);
}
