// The elementwise operations of one input.

static void FN(unary)(NKUnary op, ptrdiff_t n, const void *px, void *py, double pa, double pb) {
  const T *xs = px;
  T *ys = py;
#if NK_F32 && defined(NK_HAS_WIDE)
  const ptrdiff_t done = unary_wide(op, n, xs, ys, pa, pb);
  n -= done;
  xs += done;
  ys += done;
#endif
  const V a = C(pa), b = C(pb);
  (void)a;
  (void)b;
  switch (op) {
#define OP(name, value, gradient)                                                                                    \
  case NKUnary_##name:                                                                                               \
    EACH_BLOCK(n) {                                                                                                  \
      const V x = LOAD(xs);                                                                                          \
      STORE(ys, (value));                                                                                            \
    }                                                                                                                \
    break;
    UNARY_TABLE(OP)
#undef OP
  }
}

static void FN(unary_backward)(NKUnary op, ptrdiff_t n, const void *px, const void *py, const void *pdy, void *pdx,
                               double pa, double pb, int accumulate) {
  const T *gs = pdy;
  // What an operation does not read may be NULL; the incoming gradient stands in, so that the load is harmless.
  const T *xs = px ? px : pdy, *ys = py ? py : pdy;
  T *ds = pdx;
#if NK_F32 && defined(NK_HAS_WIDE)
  const ptrdiff_t done = unary_backward_wide(op, n, xs, ys, gs, ds, pa, pb, accumulate);
  n -= done;
  xs += done;
  ys += done;
  gs += done;
  ds += done;
#endif
  const V a = C(pa), b = C(pb);
  (void)a;
  (void)b;
  switch (op) {
#define OP(name, value, gradient)                                                                                    \
  case NKUnary_##name:                                                                                               \
    EACH_BLOCK(n) {                                                                                                  \
      const V x = LOAD(xs), y = LOAD(ys), g = LOAD(gs);                                                              \
      (void)x;                                                                                                       \
      (void)y;                                                                                                       \
      (void)g;                                                                                                       \
      V d = (gradient);                                                                                              \
      if (accumulate) d += LOAD(ds);                                                                                 \
      STORE(ds, d);                                                                                                  \
    }                                                                                                                \
    break;
    UNARY_TABLE(OP)
#undef OP
  }
}
