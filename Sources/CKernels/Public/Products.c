#include "../Internal/Table.h"

void nk_gemm(NKType type, int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *a,
             ptrdiff_t lda, const void *b, ptrdiff_t ldb, void *c, ptrdiff_t ldc, int accumulate, const void *bias,
             int bias_is_column, int activation, double activation_a, double activation_b) {
  if (nk_is_float(type))
    nk_kernels(type)->gemm(transpose_a, transpose_b, m, n, k, a, lda, b, ldb, c, ldc, accumulate, bias, bias_is_column,
                           activation, activation_a, activation_b);
}

void nk_gemm_batched(NKType type, int transpose_a, int transpose_b, ptrdiff_t batch, ptrdiff_t m, ptrdiff_t n,
                     ptrdiff_t k, const void *a, ptrdiff_t a_distance, ptrdiff_t lda, const void *b,
                     ptrdiff_t b_distance, ptrdiff_t ldb, void *c, ptrdiff_t c_distance, ptrdiff_t ldc,
                     int accumulate) {
  if (!nk_is_float(type)) return;
  const ptrdiff_t size = (ptrdiff_t)nk_size(type);
  for (ptrdiff_t i = 0; i < batch; i++)
    nk_kernels(type)->gemm(transpose_a, transpose_b, m, n, k, (const char *)a + i * a_distance * size, lda,
                           (const char *)b + i * b_distance * size, ldb, (char *)c + i * c_distance * size, ldc,
                           accumulate, NULL, 0, NK_NO_ACTIVATION, 0, 0);
}
