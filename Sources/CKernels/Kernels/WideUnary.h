// The elementwise operations that are chains, on four vectors side by side: while one waits for a result the others go
// on. Before inclusion: Elementary.h with NK_WIDE.

/// What is a whole number of long vectors.
///
/// - Returns: how many elements were computed; those that are left are for others.
static ptrdiff_t FN(unary)(NKUnary op, ptrdiff_t n, const T *xs, T *ys, double pa, double pb) {
  const V a = C(pa), b = C(pb);
  (void)a;
  (void)b;
  switch (op) {
#define OP(name, value, gradient)                                                                                    \
  case NKUnary_##name:                                                                                               \
    for (ptrdiff_t i = 0; i + W <= n; i += W) {                                                                      \
      const V x = FN(load)(xs + i);                                                                                  \
      FN(store)(ys + i, (value));                                                                                    \
    }                                                                                                                \
    break;
    UNARY_CHAINS(OP)
#undef OP
    default: return 0;
  }
  return n / W * W;
}

/// The same of the gradient.
static ptrdiff_t FN(unary_backward)(NKUnary op, ptrdiff_t n, const T *xs, const T *ys, const T *gs, T *ds, double pa,
                                    double pb, int accumulate) {
  const V a = C(pa), b = C(pb);
  (void)a;
  (void)b;
  switch (op) {
#define OP(name, value, gradient)                                                                                    \
  case NKUnary_##name:                                                                                               \
    for (ptrdiff_t i = 0; i + W <= n; i += W) {                                                                      \
      const V x = FN(load)(xs + i), y = FN(load)(ys + i), g = FN(load)(gs + i);                                      \
      (void)x;                                                                                                       \
      (void)y;                                                                                                       \
      (void)g;                                                                                                       \
      V d = (gradient);                                                                                              \
      if (accumulate) d += FN(load)(ds + i);                                                                         \
      FN(store)(ds + i, d);                                                                                          \
    }                                                                                                                \
    break;
    UNARY_CHAINS(OP)
#undef OP
    default: return 0;
  }
  return n / W * W;
}
