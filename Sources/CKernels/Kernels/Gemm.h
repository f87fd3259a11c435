// Matrix products: each element of C is a chain of multiply-adds over k in ascending order.

static void FN(gemm)(int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *pa,
                     ptrdiff_t lda, const void *pb, ptrdiff_t ldb, void *pc, ptrdiff_t ldc, int accumulate,
                     const void *pbias, int bias_is_column, int activation, double activation_a, double activation_b) {
  const T *a = pa, *b = pb, *bias = pbias;
  const ptrdiff_t a_row = transpose_a ? 1 : lda, a_col = transpose_a ? lda : 1;
  const ptrdiff_t b_row = transpose_b ? 1 : ldb, b_col = transpose_b ? ldb : 1;
  for (ptrdiff_t i = 0; i < m; i++) {
    T *c = (T *)pc + i * ldc;
    for (ptrdiff_t j = 0; j < n; j++) {
      T sum = 0;
      for (ptrdiff_t l = 0; l < k; l++) sum = FN(s_fma)(a[i * a_row + l * a_col], b[l * b_row + j * b_col], sum);
      if (accumulate) sum += c[j];
      if (bias) sum += bias[bias_is_column ? i : j];
      c[j] = sum;
    }
    if (activation >= 0) FN(unary)((NKUnary)activation, n, c, c, activation_a, activation_b);
  }
}
