// Softmax and the norms.

/// Rows that go through each pass together: what a row waits for, others fill.
#define ROWS_TOGETHER 8

#if defined(NK_HAS_WIDE)
/// Vectors of a row that stay in registers from the first pass to the last.
#define SHORT_ROW 8

/// What is left to do of rows whose greatest elements are known, and whose others may be far below them.
static __attribute__((noinline, cold)) void FN(softmax_rows_far)(int count, ptrdiff_t cols, const T *x, T *y,
                                                                 const T *top, T *sum) {
  for (int r = 0; r < count; r++, x += cols) {
    sum[r] = y ? FN(line_exps_to)(cols, x, y, top[r], 0) : FN(line_exps)(cols, x, top[r]);
    if (!y) continue;
    const V scale = C(1 / sum[r]);
    EACH_BLOCK(cols) { STORE(y, LOAD(y) * scale); }
    y += cols;
  }
}

/// The greatest elements of so many rows of n vectors, the last of which may be a part; the sums of their exponentials,
/// in the order of `line_exps`; and unless `y` is NULL the exponentials over their sum.
NK_INLINE void FN(softmax_rows)(const int count, const int n, ptrdiff_t cols, const T *x, T *y, T *top,
                                T *sum) {
  V v[2][SHORT_ROW];
  const ptrdiff_t whole = (n - 1) * W, lanes = cols - whole;
  I far = BITS(C(0));
  _Pragma("clang loop unroll(full)") for (int r = 0; r < count; r++) {
    const T *line = x + r * cols;
    _Pragma("clang loop unroll(full)") for (int k = 0; k < n - 1; k++) v[r][k] = FN(load)(line + k * W);
    v[r][n - 1] = FN(keep_lanes)(FN(load_part)(line + whole, lanes), lanes, -(T)INFINITY);
    V tops[4] = {v[r][0], v[r][n > 1 ? 1 : 0], v[r][n > 2 ? 2 : 0], v[r][n > 3 ? 3 : 0]};
    _Pragma("clang loop unroll(full)") for (int k = 4; k < n; k++) {
      tops[k & 3] = SEL(tops[k & 3] > v[r][k], tops[k & 3], v[r][k]);
    }
    const V first = SEL(tops[0] > tops[2], tops[0], tops[2]), second = SEL(tops[1] > tops[3], tops[1], tops[3]);
    V greatest = SEL(first > second, first, second);
    FOLD(greatest, SEL(a > b, a, b))
    top[r] = greatest[0];
    const V shift = C(top[r]);
    _Pragma("clang loop unroll(full)") for (int k = 0; k < n; k++) {
      v[r][k] -= shift;
      if (k == n - 1) v[r][k] = FN(keep_lanes)(v[r][k], lanes, 0);
      far |= ~(v[r][k] > C(-EXP_NORMAL));
    }
  }
  if (__builtin_expect(FN(v_any)(far), 0)) return FN(softmax_rows_far)(count, cols, x, y, top, sum);
  _Pragma("clang loop unroll(full)") for (int r = 0; r < count; r++) {
    _Pragma("clang loop unroll(full)") for (int k = 0; k < n; k++) v[r][k] = FN(v_exp_way)(v[r][k], 0);
  }
  _Pragma("clang loop unroll(full)") for (int r = 0; r < count; r++) {
    v[r][n - 1] = FN(keep_lanes)(v[r][n - 1], lanes, 0);
    V sums[4] = {v[r][0], n > 1 ? v[r][1] : C(0), n > 2 ? v[r][2] : C(0), n > 3 ? v[r][3] : C(0)};
    _Pragma("clang loop unroll(full)") for (int k = 4; k < n; k++) sums[k & 3] += v[r][k];
    V total = (sums[0] + sums[2]) + (sums[1] + sums[3]);
    FOLD(total, a + b)
    sum[r] = total[0];
    if (!y) continue;
    const V scale = C(1 / sum[r]);
    T *line = y + r * cols;
    _Pragma("clang loop unroll(full)") for (int k = 0; k < n - 1; k++) FN(store)(line + k * W, v[r][k] * scale);
    FN(store_part)(line + whole, v[r][n - 1] * scale, lanes);
  }
}

static void FN(softmax_short)(int logarithm, ptrdiff_t rows, ptrdiff_t cols, const T *x, T *y) {
  T top[ROWS_TOGETHER], sum[ROWS_TOGETHER];
  const int vectors = (int)((cols + W - 1) / W);
  for (ptrdiff_t row = 0; row < rows; row += ROWS_TOGETHER) {
    const ptrdiff_t count = rows - row < ROWS_TOGETHER ? rows - row : ROWS_TOGETHER;
    for (ptrdiff_t r = 0; r < count; r += 2) {
      const T *line = x + r * cols;
      T *out = logarithm ? NULL : y + r * cols;
      switch (vectors) {
#define SHORT_ROWS(n)                                                                                                \
  case n:                                                                                                            \
    if (count - r > 1)                                                                                               \
      FN(softmax_rows)(2, n, cols, line, out, top + r, sum + r);                                                     \
    else                                                                                                             \
      FN(softmax_rows)(1, n, cols, line, out, top + r, sum + r);                                                     \
    break;
        SHORT_ROWS(1)
        SHORT_ROWS(2)
        SHORT_ROWS(3)
        SHORT_ROWS(4)
        SHORT_ROWS(5)
        SHORT_ROWS(6)
        SHORT_ROWS(7)
        SHORT_ROWS(8)
#undef SHORT_ROWS
      }
    }
    if (logarithm) {
      T *sums = sum;
      EACH_BLOCK(count) { STORE(sums, m_log(LOAD(sums))); }
      for (ptrdiff_t r = 0; r < count; r++) {
        const V shift = C(top[r]), l = C(sum[r]);
        const T *from = x + r * cols;
        T *to = y + r * cols;
        EACH_BLOCK(cols) { STORE(to, (LOAD(from) - shift) - l); }
      }
    }
    x += count * cols;
    y += count * cols;
  }
}
#endif

static void FN(softmax)(int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *px, void *py) {
#if defined(NK_HAS_WIDE)
  if (cols > 0 && cols <= SHORT_ROW * W) return FN(softmax_short)(logarithm, rows, cols, px, py);
#endif
  const T *x = px;
  T *y = py, top[ROWS_TOGETHER], sum[ROWS_TOGETHER];
  for (ptrdiff_t row = 0; row < rows; row += ROWS_TOGETHER) {
    const ptrdiff_t count = rows - row < ROWS_TOGETHER ? rows - row : ROWS_TOGETHER;
    for (ptrdiff_t r = 0; r < count; r++) top[r] = FN(line_top)(cols, x + r * cols, 0);
    for (ptrdiff_t r = 0; r < count; r++) {
      const T *line = x + r * cols;
      sum[r] = logarithm ? FN(line_exps)(cols, line, top[r]) : FN(line_exps_to)(cols, line, y + r * cols, top[r], 0);
    }
    if (logarithm) {
      T *sums = sum;
      EACH_BLOCK(count) { STORE(sums, m_log(LOAD(sums))); }
    }
    for (ptrdiff_t r = 0; r < count; r++, x += cols, y += cols) {
      if (logarithm) {
        const V shift = C(top[r]), l = C(sum[r]);
        EACH_BLOCK(cols) { STORE(y, (LOAD(x) - shift) - l); }
      } else {
        const V scale = C(1 / sum[r]);
        EACH_BLOCK(cols) { STORE(y, LOAD(y) * scale); }
      }
    }
  }
}

DEFINE_LINE_2(line_dot, 0, x *y, a + b, a + b)

static void FN(softmax_backward)(int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *py, const void *pdy,
                                 void *pdx) {
  const T *y = py, *g = pdy;
  T *dx = pdx;
  for (ptrdiff_t r = 0; r < rows; r++, y += cols, g += cols, dx += cols) {
    if (logarithm) {
      const V sum = C(FN(line_sum)(cols, g, 0));
      EACH_BLOCK(cols) { STORE(dx, FMA(-m_exp(LOAD(y)), sum, LOAD(g))); }
    } else {
      const V sum = C(FN(line_dot)(cols, y, g, 0, 0));
      EACH_BLOCK(cols) { STORE(dx, LOAD(y) * (LOAD(g) - sum)); }
    }
  }
}

static void FN(layer_norm)(ptrdiff_t rows, ptrdiff_t cols, double eps, const void *px, const void *pgamma,
                           const void *pbeta, void *py, void *pmean, void *prstd) {
  const T *x = px, *gamma = pgamma, *beta = pbeta;
  T *y = py, *mean = pmean, *rstd = prstd;
  for (ptrdiff_t r = 0; r < rows; r++, x += cols, y += cols) {
    const T m = FN(line_sum)(cols, x, 0) / (T)cols;
    const T s = 1 / FN(s_sqrt)(FN(line_deviations)(cols, x, m) / (T)cols + (T)eps);
    const V shift = C(m), scale = C(s);
    EACH_BLOCK(cols) {
      V h = (LOAD(x) - shift) * scale;
      if (gamma && beta)
        h = FMA(h, LOAD(gamma), LOAD(beta));
      else if (gamma)
        h *= LOAD(gamma);
      else if (beta)
        h += LOAD(beta);
      STORE(y, h);
    }
    if (mean) mean[r] = m;
    if (rstd) rstd[r] = s;
  }
}

// Of the scaled gradient g·γ and the normed input: their sums, to project the gradient with.
DEFINE_LINE_2(line_normed_dot, 0, x *((y - shift) * scale), a + b, a + b)

static void FN(layer_norm_backward_input)(ptrdiff_t rows, ptrdiff_t cols, const void *px, const void *pgamma,
                                          const void *pmean, const void *prstd, const void *pdy, void *pdx) {
  const T *x = px, *gamma = pgamma, *mean = pmean, *rstd = prstd, *dy = pdy;
  T *dx = pdx;
  for (ptrdiff_t r = 0; r < rows; r++, x += cols, dy += cols, dx += cols) {
    EACH_BLOCK(cols) { STORE(dx, gamma ? LOAD(dy) * LOAD(gamma) : LOAD(dy)); }
    const V shift = C(mean[r]), scale = C(rstd[r]);
    const V sum = C(FN(line_sum)(cols, dx, 0) / (T)cols);
    const V dot = C(FN(line_normed_dot)(cols, dx, x, mean[r], rstd[r]) / (T)cols);
    EACH_BLOCK(cols) {
      const V h = (LOAD(x) - shift) * scale;
      STORE(dx, scale * (LOAD(dx) - sum - h * dot));
    }
  }
}

static void FN(layer_norm_backward_affine)(ptrdiff_t rows, ptrdiff_t cols, ptrdiff_t stride, const void *px,
                                           const void *pmean, const void *prstd, const void *pdy, void *pdgamma,
                                           void *pdbeta) {
  const T *x = px, *mean = pmean, *rstd = prstd, *dy = pdy;
  T *dgamma = pdgamma, *dbeta = pdbeta;
  EACH_BLOCK(cols) {
    V gamma_sum = C(0), beta_sum = C(0);
    for (ptrdiff_t row = 0; row < rows;) {
      const ptrdiff_t end = rows - row < SUM_ROWS ? rows : row + SUM_ROWS;
      V of_gamma = C(0), of_beta = C(0);
      for (; row < end; row++) {
        const V g = LOAD(dy + row * stride), h = (LOAD(x + row * stride) - C(mean[row])) * C(rstd[row]);
        of_gamma = FMA(g, h, of_gamma);
        of_beta += g;
      }
      gamma_sum += of_gamma;
      beta_sum += of_beta;
    }
    if (dgamma) STORE(dgamma, LOAD(dgamma) + gamma_sum);
    if (dbeta) STORE(dbeta, LOAD(dbeta) + beta_sum);
  }
}

static void FN(channel_moments)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,
                                const void *px, void *pmean, void *pvariance) {
  T *mean = pmean, *variance = pvariance;
  if (inner == 1) return FN(variance)(1, outer, channels, 0, outer_stride, 0, px, mean, variance);
  const T count = (T)outer * (T)inner;
  for (ptrdiff_t c = 0; c < channels; c++) {
    const T *x = (const T *)px + c * inner;
    T sum = 0;
    for (ptrdiff_t o = 0; o < outer; o++) sum += FN(line_sum)(inner, x + o * outer_stride, 0);
    mean[c] = sum / count;
    sum = 0;
    for (ptrdiff_t o = 0; o < outer; o++) sum += FN(line_deviations)(inner, x + o * outer_stride, mean[c]);
    variance[c] = sum / count;
  }
}

static void FN(batch_norm)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride, double eps,
                           const void *px, const void *pmean, const void *pvariance, const void *pgamma,
                           const void *pbeta, void *py) {
  const T *mean = pmean, *variance = pvariance, *gamma = pgamma, *beta = pbeta;
  for (ptrdiff_t o = 0; o < outer; o++) {
    const T *x = (const T *)px + o * outer_stride;
    T *y = (T *)py + o * outer_stride;
    if (inner == 1) {
      EACH_BLOCK(channels) {
        const V scale = (gamma ? LOAD(gamma) : C(1)) / m_sqrt(LOAD(variance) + C(eps));
        STORE(y, FMA(LOAD(x) - LOAD(mean), scale, beta ? LOAD(beta) : C(0)));
      }
      continue;
    }
    for (ptrdiff_t c = 0; c < channels; c++, x += inner, y += inner) {
      const V scale = C((gamma ? gamma[c] : (T)1) / FN(s_sqrt)(variance[c] + (T)eps));
      const V shift = C(mean[c]), add = C(beta ? beta[c] : 0);
      EACH_BLOCK(inner) { STORE(y, FMA(LOAD(x) - shift, scale, add)); }
    }
  }
}

static void FN(batch_norm_backward)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,
                                    double eps, int training, const void *px, const void *pmean,
                                    const void *pvariance, const void *pgamma, const void *pdy, void *pdx,
                                    void *pdgamma, void *pdbeta) {
  const T *xs = px, *dys = pdy, *mean = pmean, *variance = pvariance, *gamma = pgamma;
  T *dxs = pdx, *dgamma = pdgamma, *dbeta = pdbeta;
  const T count = (T)outer * (T)inner;
  if (inner == 1) {
    EACH_BLOCK(channels) {
      const V m = LOAD(mean), rstd = C(1) / m_sqrt(LOAD(variance) + C(eps));
      V sum = C(0), dot = C(0);
      for (ptrdiff_t row = 0; row < outer;) {
        const ptrdiff_t end = outer - row < SUM_ROWS ? outer : row + SUM_ROWS;
        V part_sum = C(0), part_dot = C(0);
        for (; row < end; row++) {
          const V g = LOAD(dys + row * outer_stride);
          part_sum += g;
          part_dot = FMA(g, (LOAD(xs + row * outer_stride) - m) * rstd, part_dot);
        }
        sum += part_sum;
        dot += part_dot;
      }
      if (dgamma) STORE(dgamma, LOAD(dgamma) + dot);
      if (dbeta) STORE(dbeta, LOAD(dbeta) + sum);
      if (!dxs) continue;
      const V scale = gamma ? LOAD(gamma) * rstd : rstd;
      const V mean_sum = training ? sum / C(count) : C(0), mean_dot = training ? dot / C(count) : C(0);
      for (ptrdiff_t row = 0; row < outer; row++) {
        const V h = (LOAD(xs + row * outer_stride) - m) * rstd;
        STORE(dxs + row * outer_stride, scale * (LOAD(dys + row * outer_stride) - mean_sum - h * mean_dot));
      }
    }
    return;
  }
  for (ptrdiff_t c = 0; c < channels; c++) {
    const T rstd_one = 1 / FN(s_sqrt)(variance[c] + (T)eps);
    T sum = 0, dot = 0;
    for (ptrdiff_t o = 0; o < outer; o++) {
      const ptrdiff_t at = o * outer_stride + c * inner;
      sum += FN(line_sum)(inner, dys + at, 0);
      dot += FN(line_normed_dot)(inner, dys + at, xs + at, mean[c], rstd_one);
    }
    if (dgamma) dgamma[c] += dot;
    if (dbeta) dbeta[c] += sum;
    if (!dxs) continue;
    const V m = C(mean[c]), rstd = C(rstd_one), scale = C(gamma ? gamma[c] * rstd_one : rstd_one);
    const V mean_sum = C(training ? sum / count : 0), mean_dot = C(training ? dot / count : 0);
    for (ptrdiff_t o = 0; o < outer; o++) {
      const T *x = xs + o * outer_stride + c * inner, *dy = dys + o * outer_stride + c * inner;
      T *dx = dxs + o * outer_stride + c * inner;
      EACH_BLOCK(inner) {
        const V h = (LOAD(x) - m) * rstd;
        STORE(dx, scale * (LOAD(dy) - mean_sum - h * mean_dot));
      }
    }
  }
}
