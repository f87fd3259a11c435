// Softmax and the norms.

static void FN(softmax)(int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *px, void *py) {
  const T *x = px;
  T *y = py;
  for (ptrdiff_t r = 0; r < rows; r++, x += cols, y += cols) {
    const T top = FN(line_extreme)(0, cols, x, 1);
    T sum = 0;
    for (ptrdiff_t c = 0; c < cols; c++) {
      const T e = m_exp(x[c] - top);
      if (!logarithm) y[c] = e;
      sum += e;
    }
    if (logarithm) {
      const T l = m_log(sum);
      for (ptrdiff_t c = 0; c < cols; c++) y[c] = (x[c] - top) - l;
    } else {
      const T scale = 1 / sum;
      for (ptrdiff_t c = 0; c < cols; c++) y[c] *= scale;
    }
  }
}

static void FN(softmax_backward)(int logarithm, ptrdiff_t rows, ptrdiff_t cols, const void *py, const void *pdy,
                                 void *pdx) {
  const T *y = py, *g = pdy;
  T *dx = pdx;
  for (ptrdiff_t r = 0; r < rows; r++, y += cols, g += cols, dx += cols) {
    T sum = 0;
    for (ptrdiff_t c = 0; c < cols; c++) sum += logarithm ? g[c] : g[c] * y[c];
    for (ptrdiff_t c = 0; c < cols; c++) dx[c] = logarithm ? g[c] - m_exp(y[c]) * sum : y[c] * (g[c] - sum);
  }
}

static void FN(layer_norm)(ptrdiff_t rows, ptrdiff_t cols, double eps, const void *px, const void *pgamma,
                           const void *pbeta, void *py, void *pmean, void *prstd) {
  const T *x = px, *gamma = pgamma, *beta = pbeta;
  T *y = py, *mean = pmean, *rstd = prstd;
  for (ptrdiff_t r = 0; r < rows; r++, x += cols, y += cols) {
    T m, v;
    FN(variance)(1, cols, 1, cols, 1, 0, x, &m, &v);
    const T s = 1 / m_sqrt(v + (T)eps);
    for (ptrdiff_t c = 0; c < cols; c++) {
      const T h = (x[c] - m) * s;
      y[c] = (gamma ? h * gamma[c] : h) + (beta ? beta[c] : 0);
    }
    if (mean) mean[r] = m;
    if (rstd) rstd[r] = s;
  }
}

static void FN(layer_norm_backward_input)(ptrdiff_t rows, ptrdiff_t cols, const void *px, const void *pgamma,
                                          const void *pmean, const void *prstd, const void *pdy, void *pdx) {
  const T *x = px, *gamma = pgamma, *mean = pmean, *rstd = prstd, *dy = pdy;
  T *dx = pdx;
  for (ptrdiff_t r = 0; r < rows; r++, x += cols, dy += cols, dx += cols) {
    T sum = 0, dot = 0;
    for (ptrdiff_t c = 0; c < cols; c++) {
      const T g = gamma ? dy[c] * gamma[c] : dy[c];
      sum += g;
      dot += g * ((x[c] - mean[r]) * rstd[r]);
    }
    sum /= (T)cols;
    dot /= (T)cols;
    for (ptrdiff_t c = 0; c < cols; c++) {
      const T g = gamma ? dy[c] * gamma[c] : dy[c];
      dx[c] = rstd[r] * (g - sum - (x[c] - mean[r]) * rstd[r] * dot);
    }
  }
}

static void FN(layer_norm_backward_affine)(ptrdiff_t rows, ptrdiff_t cols, ptrdiff_t stride, const void *px,
                                           const void *pmean, const void *prstd, const void *pdy, void *pdgamma,
                                           void *pdbeta) {
  const T *x = px, *mean = pmean, *rstd = prstd, *dy = pdy;
  T *dgamma = pdgamma, *dbeta = pdbeta;
  for (ptrdiff_t r = 0; r < rows; r++, x += stride, dy += stride) {
    for (ptrdiff_t c = 0; c < cols; c++) {
      if (dgamma) dgamma[c] += dy[c] * ((x[c] - mean[r]) * rstd[r]);
      if (dbeta) dbeta[c] += dy[c];
    }
  }
}

static void FN(channel_moments)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,
                                const void *px, void *pmean, void *pvariance) {
  T *mean = pmean, *variance = pvariance;
  for (ptrdiff_t c = 0; c < channels; c++) {
    const T *x = (const T *)px + c * inner;
    const T count = (T)outer * (T)inner;
    T sum = 0;
    for (ptrdiff_t o = 0; o < outer; o++) sum += FN(line_sum)(NKReduce_sum, inner, x + o * outer_stride, 1);
    const T m = sum / count;
    sum = 0;
    for (ptrdiff_t o = 0; o < outer; o++) {
      const T *line = x + o * outer_stride;
      for (ptrdiff_t i = 0; i < inner; i++) sum += (line[i] - m) * (line[i] - m);
    }
    mean[c] = m;
    variance[c] = sum / count;
  }
}

static void FN(batch_norm)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride, double eps,
                           const void *px, const void *pmean, const void *pvariance, const void *pgamma,
                           const void *pbeta, void *py) {
  const T *mean = pmean, *variance = pvariance, *gamma = pgamma, *beta = pbeta;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t c = 0; c < channels; c++) {
      const T *x = (const T *)px + o * outer_stride + c * inner;
      T *y = (T *)py + o * outer_stride + c * inner;
      const T s = (gamma ? gamma[c] : (T)1) / m_sqrt(variance[c] + (T)eps), shift = beta ? beta[c] : (T)0;
      for (ptrdiff_t i = 0; i < inner; i++) y[i] = (x[i] - mean[c]) * s + shift;
    }
  }
}

static void FN(batch_norm_backward)(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner, ptrdiff_t outer_stride,
                                    double eps, int training, const void *px, const void *pmean,
                                    const void *pvariance, const void *pgamma, const void *pdy, void *pdx,
                                    void *pdgamma, void *pdbeta) {
  const T *mean = pmean, *variance = pvariance, *gamma = pgamma;
  T *dgamma = pdgamma, *dbeta = pdbeta;
  for (ptrdiff_t c = 0; c < channels; c++) {
    const T rstd = 1 / m_sqrt(variance[c] + (T)eps), scale = (gamma ? gamma[c] : (T)1) * rstd;
    const T count = (T)outer * (T)inner;
    T sum = 0, dot = 0;
    for (ptrdiff_t o = 0; o < outer; o++) {
      const T *x = (const T *)px + o * outer_stride + c * inner, *dy = (const T *)pdy + o * outer_stride + c * inner;
      for (ptrdiff_t i = 0; i < inner; i++) {
        sum += dy[i];
        dot += dy[i] * ((x[i] - mean[c]) * rstd);
      }
    }
    if (dgamma) dgamma[c] += dot;
    if (dbeta) dbeta[c] += sum;
    if (!pdx) continue;
    const T mean_sum = training ? sum / count : 0, mean_dot = training ? dot / count : 0;
    for (ptrdiff_t o = 0; o < outer; o++) {
      const T *x = (const T *)px + o * outer_stride + c * inner, *dy = (const T *)pdy + o * outer_stride + c * inner;
      T *dx = (T *)pdx + o * outer_stride + c * inner;
      for (ptrdiff_t i = 0; i < inner; i++) dx[i] = scale * (dy[i] - mean_sum - (x[i] - mean[c]) * rstd * mean_dot);
    }
  }
}
