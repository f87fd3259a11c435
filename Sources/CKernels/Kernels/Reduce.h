// Reductions over [outer, axis, inner]. The order of every sum depends on the sizes alone.

static T FN(line_extreme)(int least, ptrdiff_t n, const T *x, ptrdiff_t stride) {
  T best = least ? (T)INFINITY : -(T)INFINITY;
  for (ptrdiff_t i = 0; i < n; i++) {
    const T v = x[i * stride];
    if (v != v) return v;
    if (least ? v < best : v > best) best = v;
  }
  return best;
}

static T FN(line_sum)(NKReduce op, ptrdiff_t n, const T *x, ptrdiff_t stride) {
  T sum = op == NKReduce_prod ? 1 : 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    const T v = x[i * stride];
    if (op == NKReduce_prod)
      sum *= v;
    else
      sum += op == NKReduce_sumSquares ? v * v : op == NKReduce_sumAbs ? m_abs(v) : v;
  }
  return sum;
}

static T FN(line_logsumexp)(ptrdiff_t n, const T *x, ptrdiff_t stride) {
  const T top = FN(line_extreme)(0, n, x, stride);
  if (!(m_abs(top) < (T)INFINITY)) return top;
  T sum = 0;
  for (ptrdiff_t i = 0; i < n; i++) sum += m_exp(x[i * stride] - top);
  return top + m_log(sum);
}

static void FN(reduce)(NKReduce op, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,
                       ptrdiff_t axis_stride, const void *px, void *py, int accumulate) {
  T *y = py;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++, y++) {
      const T *x = (const T *)px + o * outer_stride + i;
      T v;
      switch (op) {
        case NKReduce_max: v = FN(line_extreme)(0, axis, x, axis_stride); break;
        case NKReduce_min: v = FN(line_extreme)(1, axis, x, axis_stride); break;
        case NKReduce_logsumexp: v = FN(line_logsumexp)(axis, x, axis_stride); break;
        case NKReduce_mean: v = FN(line_sum)(op, axis, x, axis_stride) / (T)axis; break;
        default: v = FN(line_sum)(op, axis, x, axis_stride); break;
      }
      *y = accumulate ? *y + v : v;
    }
  }
}

static void FN(variance)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,
                         ptrdiff_t axis_stride, double correction, const void *px, void *pmean, void *pvariance) {
  T *mean = pmean, *variance = pvariance;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      const T *x = (const T *)px + o * outer_stride + i;
      const T m = FN(line_sum)(NKReduce_sum, axis, x, axis_stride) / (T)axis;
      T sum = 0;
      for (ptrdiff_t k = 0; k < axis; k++) sum += (x[k * axis_stride] - m) * (x[k * axis_stride] - m);
      if (mean) *mean++ = m;
      *variance++ = sum / (T)((double)axis - correction);
    }
  }
}

static void FN(arg_extreme)(int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *px,
                            int64_t *index) {
  const T *xs = px;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      ptrdiff_t best = 0;
      for (ptrdiff_t k = 1; k < axis; k++) {
        const T v = xs[k * inner + i], top = xs[best * inner + i];
        if (top != top) break;
        if (v != v || (least ? v < top : v > top)) best = k;
      }
      *index++ = best;
    }
  }
}

static void FN(extreme_backward)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *px, const void *py,
                                 const void *pdy, void *pdx) {
  const T *xs = px, *ys = py, *gs = pdy;
  T *dxs = pdx;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner, dxs += axis * inner) {
    for (ptrdiff_t i = 0; i < inner; i++, ys++, gs++) {
      ptrdiff_t count = 0;
      const T y = *ys;
      for (ptrdiff_t k = 0; k < axis; k++) count += xs[k * inner + i] == y || (xs[k * inner + i] != xs[k * inner + i] && y != y);
      const T share = *gs / (T)(count > 0 ? count : 1);
      for (ptrdiff_t k = 0; k < axis; k++) {
        const T x = xs[k * inner + i];
        dxs[k * inner + i] = x == y || (x != x && y != y) ? share : 0;
      }
    }
  }
}

static void FN(prod_backward)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *px, const void *pdy,
                              void *pdx) {
  const T *xs = px, *gs = pdy;
  T *dxs = pdx;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner, dxs += axis * inner) {
    for (ptrdiff_t i = 0; i < inner; i++, gs++) {
      // Products of what stands before, then of what stands after: no division, so zeros are no exception.
      T before = *gs;
      for (ptrdiff_t k = 0; k < axis; k++) {
        dxs[k * inner + i] = before;
        before *= xs[k * inner + i];
      }
      T after = 1;
      for (ptrdiff_t k = axis - 1; k >= 0; k--) {
        dxs[k * inner + i] *= after;
        after *= xs[k * inner + i];
      }
    }
  }
}

static void FN(cumsum)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const void *px, void *py) {
  const T *xs = px;
  T *ys = py;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner, ys += axis * inner) {
    for (ptrdiff_t k = 0; k < axis; k++) {
      const ptrdiff_t at = (reverse ? axis - 1 - k : k) * inner, last = at + (reverse ? inner : -inner);
      for (ptrdiff_t i = 0; i < inner; i++) ys[at + i] = k ? ys[last + i] + xs[at + i] : xs[at + i];
    }
  }
}

static void FN(cumprod)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *px, void *py) {
  const T *xs = px;
  T *ys = py;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner, ys += axis * inner) {
    for (ptrdiff_t k = 0; k < axis; k++) {
      const ptrdiff_t at = k * inner;
      for (ptrdiff_t i = 0; i < inner; i++) ys[at + i] = k ? ys[at - inner + i] * xs[at + i] : xs[at + i];
    }
  }
}
