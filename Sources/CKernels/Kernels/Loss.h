// The losses: OP(name, value, gradient of x, gradient of t), of the prediction x, the target t and the parameter p;
// the gradients are of the value alone.

#define D (x - t)
#define LOSS_TABLE(OP)                                                                                               \
  OP(mse, D *D, C(2) * D, C(-2) * D)                                                                                 \
  OP(l1, m_abs(D), m_sign(D), -m_sign(D))                                                                            \
  OP(huber, SEL(m_abs(D) <= p, C(0.5) * D * D, p *(m_abs(D) - C(0.5) * p)),                                          \
     SEL(m_abs(D) <= p, D, p *m_sign(D)), SEL(m_abs(D) <= p, -D, -p * m_sign(D)))                                    \
  OP(smoothL1, SEL(m_abs(D) < p, C(0.5) * D * D / p, m_abs(D) - C(0.5) * p),                                         \
     SEL(m_abs(D) < p, D / p, m_sign(D)), SEL(m_abs(D) < p, -D / p, -m_sign(D)))                                     \
  OP(bce, (t - C(1)) * m_max(m_log1p(-x), C(-100)) - t * m_max(m_log(x), C(-100)),                                   \
     D / m_max(x * (C(1) - x), C(1e-12)), m_max(m_log1p(-x), C(-100)) - m_max(m_log(x), C(-100)))                    \
  OP(bceWithLogits, m_max(x, C(0)) - x * t + m_log1p(m_exp(-m_abs(x))), m_sigmoid(x) - t, -x)                        \
  OP(klDiv, SEL(t == C(0), C(0), t *(m_log(t) - x)), -t, m_log(t) - x + C(1))                                        \
  OP(klDivLog, m_exp(t) * (t - x), -m_exp(t), m_exp(t) * (t - x + C(1)))                                             \
  OP(hinge, m_max(C(1) - t * x, C(0)), SEL(t *x < C(1), -t, C(0)), SEL(t *x < C(1), -x, C(0)))

static void FN(loss)(NKLoss op, ptrdiff_t n, const void *px, const void *pt, double parameter, void *py) {
  const T *xs = px, *ts = pt;
  T *ys = py;
  const V p = C(parameter);
  (void)p;
  switch (op) {
#define OP(name, value, gradient_x, gradient_t)                                                                      \
  case NKLoss_##name:                                                                                                \
    EACH_BLOCK(n) {                                                                                                  \
      const V x = LOAD(xs), t = LOAD(ts);                                                                            \
      STORE(ys, (value));                                                                                            \
    }                                                                                                                \
    break;
    LOSS_TABLE(OP)
#undef OP
  }
}

static void FN(loss_backward)(NKLoss op, ptrdiff_t n, const void *px, const void *pt, double parameter,
                              const void *pdy, int dy_step, double scale, void *pdx, void *pdt, int accumulate) {
  const T *xs = px, *ts = pt, *gs = pdy;
  T *dxs = pdx, *dts = pdt;
  if (n <= 0) return;
  const V p = C(parameter), s = C(scale), g0 = C(gs[0]);
  (void)p;
  switch (op) {
#define OP(name, value, gradient_x, gradient_t)                                                                      \
  case NKLoss_##name:                                                                                                \
    EACH_BLOCK(n) {                                                                                                  \
      const V x = LOAD(xs), t = LOAD(ts), g = s * (dy_step ? LOAD(gs) : g0);                                         \
      (void)x;                                                                                                       \
      if (dxs) {                                                                                                     \
        V d = g * (gradient_x);                                                                                      \
        if (accumulate) d += LOAD(dxs);                                                                              \
        STORE(dxs, d);                                                                                               \
      }                                                                                                              \
      if (dts) {                                                                                                     \
        V d = g * (gradient_t);                                                                                      \
        if (accumulate) d += LOAD(dts);                                                                              \
        STORE(dts, d);                                                                                               \
      }                                                                                                              \
    }                                                                                                                \
    break;
    LOSS_TABLE(OP)
#undef OP
  }
}
#undef D

DEFINE_LINE_2(line_weighted, 0, x *(shift - y), a + b, a + b)

static void FN(cross_entropy)(ptrdiff_t rows, ptrdiff_t cols, const void *px, const int64_t *target,
                              const void *pweight, int64_t ignore, double smoothing, void *ploss, void *plse,
                              void *pweights) {
  const T *xs = px, *weight = pweight;
  T *loss = ploss, *lse = plse, *weights = pweights;
  const T smooth = (T)(smoothing / (double)(cols > 0 ? cols : 1));
  // Each row's greatest and the sum of its exponentials first, then the logarithms of all rows together.
  for (ptrdiff_t r = 0; r < rows; r++) {
    loss[r] = FN(line_max)(cols, xs + r * cols, 0);
    lse[r] = FN(line_exps)(cols, xs + r * cols, loss[r]);
  }
  EACH_BLOCK(rows) {
    const V top = LOAD(loss);
    STORE(lse, SEL(m_abs(top) < C(INFINITY), top + m_log(LOAD(lse)), top));
  }
  for (ptrdiff_t r = 0; r < rows; r++, xs += cols) {
    if (target[r] == ignore) {
      loss[r] = 0;
      weights[r] = 0;
      continue;
    }
    const T w = weight ? weight[target[r]] : (T)1;
    weights[r] = w;
    T value = (T)(1 - smoothing) * w * (lse[r] - xs[target[r]]);
    if (smoothing != 0) {
      value += smooth * (weight ? FN(line_weighted)(cols, weight, xs, lse[r], 0)
                                : lse[r] * (T)cols - FN(line_sum)(cols, xs, 0));
    }
    loss[r] = value;
  }
}

static void FN(cross_entropy_backward)(ptrdiff_t rows, ptrdiff_t cols, const void *px, const int64_t *target,
                                       const void *pweight, int64_t ignore, double smoothing, const void *plse,
                                       const void *pdy, int dy_step, double scale, void *pdx, int accumulate) {
  const T *xs = px, *weight = pweight, *lse = plse, *gs = pdy;
  T *dxs = pdx;
  const T smooth = (T)(smoothing / (double)(cols > 0 ? cols : 1));
  const T weight_sum = smoothing != 0 && weight ? FN(line_sum)(cols, weight, 0) : (T)cols;
  for (ptrdiff_t r = 0; r < rows; r++, xs += cols, dxs += cols) {
    if (target[r] == ignore) {
      if (!accumulate) memset(dxs, 0, (size_t)cols * sizeof(T));
      continue;
    }
    const T g = (T)scale * gs[dy_step ? r : 0];
    const T hard = g * (T)(1 - smoothing) * (weight ? weight[target[r]] : (T)1), soft = g * smooth;
    const V factor = C(hard + soft * (smoothing != 0 ? weight_sum : 0)), l = C(lse[r]), s = C(soft);
    EACH_BLOCK(cols) {
      V d = factor * m_exp(LOAD(xs) - l);
      if (smoothing != 0) d -= weight ? s * LOAD(weight) : s;
      if (accumulate) d += LOAD(dxs);
      STORE(dxs, d);
    }
    dxs[target[r]] -= hard;
  }
}
