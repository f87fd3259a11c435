// Optimizer steps, in the order of operations of PyTorch's single-tensor implementations.

static void FN(sgd)(ptrdiff_t n, void *pp, const void *pg, void *pbuffer, double lr, double momentum, double dampening,
                    double weight_decay, int nesterov, int first) {
  T *ps = pp, *buffer = pbuffer;
  const T *gs = pg;
  const V rate = C(-lr), mu = C(momentum), keep = C(1 - dampening), decay = C(weight_decay);
  EACH_BLOCK(n) {
    const V p = LOAD(ps);
    V g = LOAD(gs);
    if (weight_decay != 0) g = FMA(decay, p, g);
    if (buffer) {
      const V v = first ? g : FMA(keep, g, mu * LOAD(buffer));
      STORE(buffer, v);
      g = nesterov ? FMA(mu, v, g) : v;
    }
    STORE(ps, FMA(rate, g, p));
  }
}

static void FN(adam)(ptrdiff_t n, void *pp, const void *pg, void *pm, void *pv, void *pv_max, double lr, double beta1,
                     double beta2, double eps, double weight_decay, int decoupled, int64_t step) {
  T *ps = pp, *ms = pm, *vs = pv, *tops = pv_max;
  const T *gs = pg;
  const v_f64 powers = v_pow_f64((v_f64){beta1, beta2}, (v_f64)(double)step);
  const double correction1 = 1 - powers[0], correction2 = sqrt(1 - powers[1]);
  const V rate = C(-(lr / correction1)), root = C(correction2), b1 = C(1 - beta1), b2 = C(beta2), b2c = C(1 - beta2);
  const V e = C(eps), decay = C(weight_decay), shrink = C(1 - lr * weight_decay);
  EACH_BLOCK(n) {
    V p = LOAD(ps), g = LOAD(gs);
    if (weight_decay != 0) {
      if (decoupled)
        p *= shrink;
      else
        g = FMA(decay, p, g);
    }
    V m = LOAD(ms), v = LOAD(vs);
    m = FMA(b1, g - m, m);
    v = FMA(b2c * g, g, b2 * v);
    STORE(ms, m);
    STORE(vs, v);
    if (tops) {
      v = m_max(v, LOAD(tops));
      STORE(tops, v);
    }
    STORE(ps, FMA(rate, m / (m_sqrt(v) / root + e), p));
  }
}

static void FN(rmsprop)(ptrdiff_t n, void *pp, const void *pg, void *psquare, void *pbuffer, void *pmean, double lr,
                        double alpha, double eps, double weight_decay, double momentum) {
  T *ps = pp, *square = psquare, *buffer = pbuffer, *mean = pmean;
  const T *gs = pg;
  const V rate = C(-lr), keep = C(alpha), take = C(1 - alpha), e = C(eps), decay = C(weight_decay), mu = C(momentum);
  EACH_BLOCK(n) {
    const V p = LOAD(ps);
    V g = LOAD(gs);
    if (weight_decay != 0) g = FMA(decay, p, g);
    V s = FMA(take * g, g, keep * LOAD(square));
    STORE(square, s);
    if (mean) {
      V m = LOAD(mean);
      m = FMA(take, g - m, m);
      STORE(mean, m);
      s -= m * m;
    }
    V d = g / (m_sqrt(s) + e);
    if (buffer) {
      d = FMA(mu, LOAD(buffer), d);
      STORE(buffer, d);
    }
    STORE(ps, FMA(rate, d, p));
  }
}

static void FN(adagrad)(ptrdiff_t n, void *pp, const void *pg, void *psum, double lr, double lr_decay,
                        double weight_decay, double eps, int64_t step) {
  T *ps = pp, *sum = psum;
  const T *gs = pg;
  const V rate = C(-(lr / (1 + (double)(step - 1) * lr_decay))), e = C(eps), decay = C(weight_decay);
  EACH_BLOCK(n) {
    const V p = LOAD(ps);
    V g = LOAD(gs);
    if (weight_decay != 0) g = FMA(decay, p, g);
    const V s = FMA(g, g, LOAD(sum));
    STORE(sum, s);
    STORE(ps, FMA(rate, g / (m_sqrt(s) + e), p));
  }
}
