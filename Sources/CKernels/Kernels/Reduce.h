// Reductions over [outer, axis, inner]. The order of every sum depends on the sizes alone: along contiguous lines four
// vectors of running sums within a block, and a binary tree over the blocks; across lines one running sum for each
// column within a block of rows, and the blocks in order.

#define SUM_BLOCK NK_SUM_BLOCK
/// Rows of columns that are summed before their sum joins the others.
#define SUM_ROWS 256

/// DEFINE_LINE_2(name, identity, value of the elements x and y, joining of two sums a and b as vectors and as numbers):
/// name(n, p, q, shift, scale) reduces two contiguous lines; `shift` and `scale` are parameters of the value.
#define DEFINE_LINE_2(name, identity, value, join, join_one)                                                         \
  static T FN(name##_block)(ptrdiff_t n, const T *p, const T *q, T shift_one, T scale_one) {                         \
    const V shift = C(shift_one), scale = C(scale_one);                                                              \
    (void)shift;                                                                                                     \
    (void)scale;                                                                                                     \
    V sums[4] = {C(identity), C(identity), C(identity), C(identity)};                                                \
    ptrdiff_t i = 0;                                                                                                 \
    for (; i + 4 * W <= n; i += 4 * W) {                                                                             \
      _Pragma("clang loop unroll(full)") for (int s = 0; s < 4; s++) {                                               \
        const ptrdiff_t lanes = W;                                                                                   \
        const V x = FN(load)(p + i + s * W), y = FN(load)(q + i + s * W), a = sums[s], b = (value);                  \
        (void)y;                                                                                                     \
        (void)lanes;                                                                                                 \
        sums[s] = (join);                                                                                            \
      }                                                                                                              \
    }                                                                                                                \
    _Pragma("clang loop unroll(full)") for (int s = 0; s < 4; s++) {                                                 \
      if (i + s * W + W <= n) {                                                                                      \
        const ptrdiff_t lanes = W;                                                                                   \
        const V x = FN(load)(p + i + s * W), y = FN(load)(q + i + s * W), a = sums[s], b = (value);                  \
        (void)y;                                                                                                     \
        (void)lanes;                                                                                                 \
        sums[s] = (join);                                                                                            \
      } else if (i + s * W < n) {                                                                                    \
        const ptrdiff_t lanes = n - i - s * W;                                                                       \
        const V x = FN(load_part)(p + i + s * W, lanes), y = FN(load_part)(q + i + s * W, lanes);                    \
        const V a = sums[s], b = FN(keep_lanes)((value), lanes, identity);                                           \
        (void)y;                                                                                                     \
        sums[s] = (join);                                                                                            \
      }                                                                                                              \
    }                                                                                                                \
    for (int s = 2; s > 0; s--) {                                                                                    \
      for (int k = 0; k < s; k++) {                                                                                  \
        const V a = sums[k], b = sums[k + s];                                                                        \
        sums[k] = (join);                                                                                            \
      }                                                                                                              \
    }                                                                                                                \
    V v = sums[0];                                                                                                   \
    FOLD(v, join)                                                                                                    \
    return v[0];                                                                                                     \
  }                                                                                                                  \
  static T FN(name)(ptrdiff_t n, const T *p, const T *q, T shift, T scale) {                                         \
    if (n <= SUM_BLOCK) return FN(name##_block)(n, p, q, shift, scale);                                              \
    const ptrdiff_t left = NK_LEFT_BLOCKS((n + SUM_BLOCK - 1) / SUM_BLOCK) * SUM_BLOCK;                              \
    const T a = FN(name)(left, p, q, shift, scale), b = FN(name)(n - left, p + left, q + left, shift, scale);        \
    return (join_one);                                                                                               \
  }

/// The same of one line: name(n, p, shift).
#define DEFINE_LINE(name, identity, value, join, join_one)                                                           \
  DEFINE_LINE_2(name##_of, identity, value, join, join_one)                                                          \
  NK_INLINE T FN(name)(ptrdiff_t n, const T *p, T shift) { return FN(name##_of)(n, p, p, shift, 0); }

/// Stores so many lanes of v on the way.
NK_INLINE V FN(stored)(V v, T *p, ptrdiff_t lanes) {
  if (lanes == W)
    FN(store)(p, v);
  else
    FN(store_part)(p, v, lanes);
  return v;
}

#define MORE(a, b) ((a) > (b) || (a) != (a) ? (a) : (b))
#define LESS(a, b) ((a) < (b) || (a) != (a) ? (a) : (b))
NK_INLINE V FN(v_min)(V x, V y) { return SEL((x < y) | (x != x), x, y); }

DEFINE_LINE(line_sum, 0, x, a + b, a + b)
DEFINE_LINE(line_squares, 0, x *x, a + b, a + b)
DEFINE_LINE(line_absolutes, 0, m_abs(x), a + b, a + b)
DEFINE_LINE(line_deviations, 0, (x - shift) * (x - shift), a + b, a + b)
DEFINE_LINE(line_exps, 0, m_exp(x - shift), a + b, a + b)
/// The same, and each exponential stored in the second line.
DEFINE_LINE_2(line_exps_to, 0, FN(stored)(m_exp(x - shift), (T *)q + i + s * W, lanes), a + b, a + b)
DEFINE_LINE(line_product, 1, x, a *b, a *b)
DEFINE_LINE(line_max, -(T)INFINITY, x, m_max(a, b), MORE(a, b))
/// The greatest, where a NaN may be left out: whoever asks meets it again.
DEFINE_LINE(line_top, -(T)INFINITY, x, SEL(a > b, a, b), a > b ? a : b)
DEFINE_LINE(line_min, (T)INFINITY, x, FN(v_min)(a, b), LESS(a, b))

static T FN(line_logsumexp)(ptrdiff_t n, const T *x) {
  const T top = FN(line_max)(n, x, 0);
  if (!(FN(s_abs)(top) < (T)INFINITY)) return top;
  return top + FN(s_log)(FN(line_exps)(n, x, top));
}

static T FN(reduce_line)(NKReduce op, ptrdiff_t n, const T *x) {
  switch (op) {
    case NKReduce_sum: return FN(line_sum)(n, x, 0);
    case NKReduce_mean: return FN(line_sum)(n, x, 0) / (T)n;
    case NKReduce_prod: return FN(line_product)(n, x, 0);
    case NKReduce_max: return FN(line_max)(n, x, 0);
    case NKReduce_min: return FN(line_min)(n, x, 0);
    case NKReduce_sumSquares: return FN(line_squares)(n, x, 0);
    case NKReduce_sumAbs: return FN(line_absolutes)(n, x, 0);
    case NKReduce_logsumexp: return FN(line_logsumexp)(n, x);
  }
  return 0;
}

/// DEFINE_COLUMNS(name, identity, value, join): name(axis, width, stride, x, y, shift) reduces `width` columns of `axis`
/// rows, a vector of columns at a time; `shift` holds a value for each column, or is NULL.
#define DEFINE_COLUMNS(name, identity, value, join)                                                                  \
  static void FN(name)(ptrdiff_t axis, ptrdiff_t width, ptrdiff_t stride, const T *xs, T *ys, const T *shifts) {     \
    EACH_BLOCK(width) {                                                                                              \
      const V shift = shifts ? LOAD(shifts) : C(0);                                                                  \
      (void)shift;                                                                                                   \
      V total = C(identity);                                                                                         \
      for (ptrdiff_t row = 0; row < axis;) {                                                                         \
        const ptrdiff_t end = axis - row < SUM_ROWS ? axis : row + SUM_ROWS;                                         \
        V sum = C(identity);                                                                                         \
        for (; row < end; row++) {                                                                                   \
          const V x = LOAD(xs + row * stride), a = sum, b = (value);                                                 \
          sum = (join);                                                                                              \
        }                                                                                                            \
        const V a = total, b = sum;                                                                                  \
        total = (join);                                                                                              \
      }                                                                                                              \
      STORE(ys, total);                                                                                              \
    }                                                                                                                \
  }
DEFINE_COLUMNS(columns_sum, 0, x, a + b)
DEFINE_COLUMNS(columns_squares, 0, x *x, a + b)
DEFINE_COLUMNS(columns_absolutes, 0, m_abs(x), a + b)
DEFINE_COLUMNS(columns_deviations, 0, (x - shift) * (x - shift), a + b)
DEFINE_COLUMNS(columns_exps, 0, m_exp(x - shift), a + b)
DEFINE_COLUMNS(columns_product, 1, x, a *b)
DEFINE_COLUMNS(columns_max, -(T)INFINITY, x, m_max(a, b))
DEFINE_COLUMNS(columns_min, (T)INFINITY, x, FN(v_min)(a, b))

/// Columns reduced at a time, so that what a reduction needs beside its result fits on the stack.
#define COLUMNS 256

static void FN(reduce_columns)(NKReduce op, ptrdiff_t axis, ptrdiff_t width, ptrdiff_t stride, const T *x, T *y) {
  T top[COLUMNS];
  switch (op) {
    case NKReduce_mean:
    case NKReduce_sum:
      FN(columns_sum)(axis, width, stride, x, y, NULL);
      if (op == NKReduce_mean) {
        EACH_BLOCK(width) { STORE(y, LOAD(y) / C(axis)); }
      }
      break;
    case NKReduce_prod: FN(columns_product)(axis, width, stride, x, y, NULL); break;
    case NKReduce_max: FN(columns_max)(axis, width, stride, x, y, NULL); break;
    case NKReduce_min: FN(columns_min)(axis, width, stride, x, y, NULL); break;
    case NKReduce_sumSquares: FN(columns_squares)(axis, width, stride, x, y, NULL); break;
    case NKReduce_sumAbs: FN(columns_absolutes)(axis, width, stride, x, y, NULL); break;
    case NKReduce_logsumexp:
      FN(columns_max)(axis, width, stride, x, top, NULL);
      FN(columns_exps)(axis, width, stride, x, y, top);
      EACH_BLOCK(width) {
        const V t = LOAD(top);
        STORE(y, SEL(m_abs(t) < C(INFINITY), t + m_log(LOAD(y)), t));
      }
      break;
  }
}

static void FN(reduce)(NKReduce op, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,
                       ptrdiff_t axis_stride, const void *px, void *py, int accumulate) {
  const T *x = px;
  T *y = py;
  if (axis_stride == 1 && inner == 1) {
    for (ptrdiff_t o = 0; o < outer; o++, x += outer_stride) {
      const T v = FN(reduce_line)(op, axis, x);
      y[o] = accumulate ? y[o] + v : v;
    }
    return;
  }
  T part[COLUMNS];
  for (ptrdiff_t o = 0; o < outer; o++, x += outer_stride, y += inner) {
    for (ptrdiff_t i = 0; i < inner; i += COLUMNS) {
      const ptrdiff_t width = inner - i < COLUMNS ? inner - i : COLUMNS;
      T *to = accumulate ? part : y + i;
      FN(reduce_columns)(op, axis, width, axis_stride, x + i, to);
      if (accumulate) {
        T *ys = y + i;
        EACH_BLOCK(width) { STORE(ys, LOAD(ys) + LOAD(part)); }
      }
    }
  }
}

static void FN(variance)(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, ptrdiff_t outer_stride,
                         ptrdiff_t axis_stride, double correction, const void *px, void *pmean, void *pvariance) {
  T *mean = pmean, *variance = pvariance;
  const T *x = px;
  const T divisor = (T)((double)axis - correction);
  T means[COLUMNS];
  for (ptrdiff_t o = 0; o < outer; o++, x += outer_stride) {
    if (axis_stride == 1 && inner == 1) {
      const T m = FN(line_sum)(axis, x, 0) / (T)axis;
      if (mean) mean[o] = m;
      variance[o] = FN(line_deviations)(axis, x, m) / divisor;
      continue;
    }
    for (ptrdiff_t i = 0; i < inner; i += COLUMNS) {
      const ptrdiff_t width = inner - i < COLUMNS ? inner - i : COLUMNS;
      T *v = variance + o * inner + i, *m = mean ? mean + o * inner + i : means;
      FN(reduce_columns)(NKReduce_mean, axis, width, axis_stride, x + i, m);
      FN(columns_deviations)(axis, width, axis_stride, x + i, v, m);
      EACH_BLOCK(width) { STORE(v, LOAD(v) / C(divisor)); }
    }
  }
}

static void FN(arg_extreme)(int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *px,
                            int64_t *index) {
  const T *xs = px;
  for (ptrdiff_t o = 0; o < outer; o++, xs += axis * inner) {
    if (inner == 1 && axis > 4 * W) {
      const T best = least ? FN(line_min)(axis, xs, 0) : FN(line_max)(axis, xs, 0);
      ptrdiff_t at = 0;
      while (at < axis - 1 && xs[at] != best && !(best != best && xs[at] != xs[at])) at++;
      *index++ = at;
      continue;
    }
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
      for (ptrdiff_t k = 0; k < axis; k++) {
        const T x = xs[k * inner + i];
        count += x == y || (x != x && y != y);
      }
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
