// The elementwise operations of two inputs: OP(name, value, gradient of p, gradient of q), of p, q and the incoming g.
// A step of 0 repeats the one element there is, a step of 1 walks.

#define BINARY_TABLE(OP)                                                                                             \
  OP(add, p + q, g, g)                                                                                               \
  OP(sub, p - q, g, -g)                                                                                              \
  OP(mul, p *q, g *q, g *p)                                                                                          \
  OP(div, p / q, g / q, -g * ((p / q) / q))                                                                          \
  OP(pow, m_pow(p, q), SEL(q == C(0), C(0), g *(q * m_pow(p, q - C(1)))),                                            \
     SEL((p == C(0)) & (q >= C(0)), C(0), g *(m_pow(p, q) * m_log(p))))                                              \
  OP(maximum, SEL((p > q) | (p != p), p, q), SEL(p == q, g *C(0.5), SEL(p > q, g, C(0))),                            \
     SEL(p == q, g *C(0.5), SEL(p < q, g, C(0))))                                                                    \
  OP(minimum, SEL((p < q) | (p != p), p, q), SEL(p == q, g *C(0.5), SEL(p < q, g, C(0))),                            \
     SEL(p == q, g *C(0.5), SEL(p > q, g, C(0))))                                                                    \
  OP(atan2, m_atan2(p, q), SEL((p == C(0)) & (q == C(0)), C(0), g *(q / (p * p + q * q))),                           \
     SEL((p == C(0)) & (q == C(0)), C(0), -g * (p / (p * p + q * q))))                                               \
  OP(fmod, m_fmod(p, q), g, -g * m_trunc(p / q))                                                                     \
  OP(remainder, m_remainder(p, q), g, -g * m_floor(p / q))                                                           \
  OP(hypot, m_hypot(p, q), SEL(m_hypot(p, q) == C(0), C(0), g *(p / m_hypot(p, q))),                                 \
     SEL(m_hypot(p, q) == C(0), C(0), g *(q / m_hypot(p, q))))                                                       \
  OP(logaddexp, m_logaddexp(p, q), g *m_sigmoid(p - q), g *m_sigmoid(q - p))

static void FN(binary)(NKBinary op, ptrdiff_t n, const void *pa, int a_step, const void *pb, int b_step, void *py) {
  const T *as = pa, *bs = pb;
  T *ys = py;
  if (n <= 0) return;
  const V a0 = C(as[0]), b0 = C(bs[0]);
  switch (op) {
#define OP(name, value, gradient_p, gradient_q)                                                                      \
  case NKBinary_##name:                                                                                              \
    if (a_step && b_step)                                                                                            \
      EACH_BLOCK(n) {                                                                                                \
        const V p = LOAD(as), q = LOAD(bs);                                                                          \
        STORE(ys, (value));                                                                                          \
      }                                                                                                              \
    else if (a_step)                                                                                                 \
      EACH_BLOCK(n) {                                                                                                \
        const V p = LOAD(as), q = b0;                                                                                \
        STORE(ys, (value));                                                                                          \
      }                                                                                                              \
    else if (b_step)                                                                                                 \
      EACH_BLOCK(n) {                                                                                                \
        const V p = a0, q = LOAD(bs);                                                                                \
        STORE(ys, (value));                                                                                          \
      }                                                                                                              \
    else {                                                                                                           \
      const V p = a0, q = b0, v = (value);                                                                           \
      EACH_BLOCK(n) { STORE(ys, v); }                                                                                \
    }                                                                                                                \
    break;
    BINARY_TABLE(OP)
#undef OP
  }
}

static void FN(binary_backward)(NKBinary op, ptrdiff_t n, const void *pa, int a_step, const void *pb, int b_step,
                                const void *pdy, void *pda, void *pdb, int accumulate) {
  const T *as = pa, *bs = pb, *gs = pdy;
  T *das = pda, *dbs = pdb;
  if (n <= 0) return;
  const V a0 = C(as[0]), b0 = C(bs[0]);
  switch (op) {
#define OP(name, value, gradient_p, gradient_q)                                                                      \
  case NKBinary_##name:                                                                                              \
    EACH_BLOCK(n) {                                                                                                  \
      const V p = a_step ? LOAD(as) : a0, q = b_step ? LOAD(bs) : b0, g = LOAD(gs);                                  \
      (void)p;                                                                                                       \
      (void)q;                                                                                                       \
      V dp = C(0), dq = C(0);                                                                                        \
      if (das) dp = (gradient_p);                                                                                    \
      if (dbs) dq = (gradient_q);                                                                                    \
      if (das && accumulate) dp += LOAD(das);                                                                        \
      if (dbs && accumulate) dq += LOAD(dbs);                                                                        \
      if (das) STORE(das, dp);                                                                                       \
      if (dbs) STORE(dbs, dq);                                                                                       \
    }                                                                                                                \
    break;
    BINARY_TABLE(OP)
#undef OP
  }
}

#define COMPARE_TABLE(OP)                                                                                            \
  OP(less, p < q) OP(lessEqual, p <= q) OP(greater, p > q) OP(greaterEqual, p >= q) OP(equal, p == q)                \
  OP(notEqual, p != q)

static void FN(compare)(NKCompare op, ptrdiff_t n, const void *pa, int a_step, const void *pb, int b_step, uint8_t *y) {
  const T *as = pa, *bs = pb;
  switch (op) {
#define OP(name, value)                                                                                              \
  case NKCompare_##name:                                                                                             \
    for (ptrdiff_t i = 0; i < n; i++) {                                                                              \
      const T p = as[a_step ? i : 0], q = bs[b_step ? i : 0];                                                        \
      y[i] = (value);                                                                                                \
    }                                                                                                                \
    break;
    COMPARE_TABLE(OP)
#undef OP
  }
}

static void FN(axpy)(ptrdiff_t n, double alpha, const void *px, void *py) {
  const T *xs = px;
  T *ys = py;
  const V a = C(alpha);
  EACH_BLOCK(n) { STORE(ys, FMA(a, LOAD(xs), LOAD(ys))); }
}

static void FN(scale)(ptrdiff_t n, double alpha, const void *px, void *py) {
  const T *xs = px;
  T *ys = py;
  const V a = C(alpha);
  EACH_BLOCK(n) { STORE(ys, a * LOAD(xs)); }
}
