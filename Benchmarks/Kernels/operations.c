// What is measured: elementwise operations, rows of a hundred, reductions, optimizers, products.

#include "operations.h"

#include "bench.h"

#define COLUMNS 100

static void binary(int op, ptrdiff_t n, const Arrays *a) { nk_binary((NKBinary)op, NKTypeF32, n, a->x, a->y, a->z); }

static void unary(int op, ptrdiff_t n, const Arrays *a) {
  // Of a logarithm or a root no NaN: the second array is positive.
  const int positive = op == NKUnary_log || op == NKUnary_sqrt;
  nk_unary((NKUnary)op, NKTypeF32, n, positive ? a->y : a->x, a->z, 1, 20);
}

static void reduction(int op, ptrdiff_t n, const Arrays *a) {
  nk_reduce((NKReduce)op, NKTypeF32, 1, n, 1, a->x, a->z, 0);
}

static void column_sum(int unused, ptrdiff_t n, const Arrays *a) {
  (void)unused;
  nk_reduce(NKReduce_sum, NKTypeF32, 1, n / COLUMNS, COLUMNS, a->x, a->z, 0);
}

static void softmax(int logarithm, ptrdiff_t n, const Arrays *a) {
  nk_softmax(NKTypeF32, logarithm, n / COLUMNS, COLUMNS, a->x, a->z);
}

static void layer_norm(int unused, ptrdiff_t n, const Arrays *a) {
  (void)unused;
  nk_layer_norm(NKTypeF32, n / COLUMNS, COLUMNS, 1e-5, a->x, NULL, NULL, a->z, NULL, NULL);
}

static void product(int turned, ptrdiff_t n, const Arrays *a) {
  nk_gemm(NKTypeF32, 0, turned, n, n, n, a->x, n, a->y, n, a->z, n, 0, NULL, 0, NK_NO_ACTIVATION, 0, 0);
}

static ptrdiff_t all(ptrdiff_t size) { return size; }
static ptrdiff_t one(ptrdiff_t size) { return size > 0; }
static ptrdiff_t columns(ptrdiff_t size) { return size < COLUMNS ? size : COLUMNS; }
static ptrdiff_t square(ptrdiff_t size) { return size * size; }

#define UNARY(name) {#name, unary, NKUnary_##name, all, 0}
static const Operation table[] = {
    {"add", binary, NKBinary_add, all, 0},
    {"mul", binary, NKBinary_mul, all, 0},
    UNARY(relu), UNARY(sqrt), UNARY(exp), UNARY(log), UNARY(sin), UNARY(tanh), UNARY(sigmoid), UNARY(erf), UNARY(gelu),
    UNARY(geluTanh), UNARY(silu), UNARY(softplus),
    {"softmax", softmax, 0, all, 0},
    {"logSoftmax", softmax, 1, all, 0},
    {"layerNorm", layer_norm, 0, all, 0},
    {"sum", reduction, NKReduce_sum, one, 0},
    {"max", reduction, NKReduce_max, one, 0},
    {"columnSum", column_sum, 0, columns, 0},
    {"gemm", product, 0, square, 1},
    {"gemmT", product, 1, square, 1},
};

const Operation *operations(int *count) {
  *count = sizeof(table) / sizeof(table[0]);
  return table;
}
