// Hyperbolic functions of doubles and their inverses. With a = k·ln 2 + r, twice the sine and the cosine of a are
// 2ᵏ·((1 ∓ w)·cosh r + (1 ± w)·sinh r), w = 4⁻ᵏ, where the factors are exact.

/// x, as r + low and the whole times of ln 2 before it.
NK_INLINE FN(reduced) FN(exponent_pair)(V x) {
  const V shifted = FMA(x, C(LOG2_E), C(MAGIC)), whole = shifted - C(MAGIC);
  const V high = FMA(whole, C(-LN2_HIGH), x), low = whole * C(-LN2_LOW), r = high + low;
  return (FN(reduced)){r, (high - r) + low, BITS(shifted) - BITS(C(MAGIC))};
}

NK_FUNCTION V FN(v_expm1)(V x) {
  const FN(reduced) e = FN(exponent_pair)(FN(v_clamp)(x, C(EXP_LOWEST), C(EXP_HIGHEST)));
  // 2ᵏ·((1 − 2⁻ᵏ) + r + …); below 2⁻⁶⁰ the result is −1.
  const I k = SEL_I(e.times < (I)-60, (I)-60, e.times), near = SEL_I(k > (I)60, (I)60, k);
  const FN(pair) less = FN(pair_sum)(C(1), -FROM_BITS((BIAS - near) << MANTISSA)), sum = FN(pair_ordered_sum)(less.high, e.r);
  const V small = FMA(e.r * e.r, POLYNOMIAL(e.r, EXPM1_F64), FMA(e.low, e.r, e.low));
  return SEL(x == C(0), x, FN(v_scale)(sum.high + (sum.low + (less.low + small)), k));
}

/// (p·cosh + q·sinh) of r, given cosh r − 1 and sinh r − r.
NK_INLINE FN(pair) FN(hyperbolic_sum)(FN(pair) p, FN(pair) q, V r, V cosine, V sine) {
  const FN(pair) product = FN(pair_product)(q.high, r), sum = FN(pair_ordered_sum)(p.high, product.high);
  const V small = FMA(p.high, cosine, FMA(q.high, sine, q.low * r));
  return FN(pair_ordered_sum)(sum.high, sum.low + (small + (product.low + p.low)));
}

/// 2^{1−k} times the hyperbolic sine and cosine of a, for 0 ≤ a ≤ 1000.
NK_INLINE I FN(hyperbolic)(V a, FN(pair) *sine, FN(pair) *cosine) {
  const FN(reduced) e = FN(exponent_pair)(a);
  const V z = e.r * e.r;
  const V s = FMA(e.r * z, POLYNOMIAL(z, SINH_F64), e.low), c = FMA(z, POLYNOMIAL(z, COSH_F64), e.r * e.low);
  const I near = SEL_I(e.times > (I)60, (I)60, e.times);
  const V w = FROM_BITS((BIAS - near - near) << MANTISSA);
  const FN(pair) less = FN(pair_ordered_sum)(C(1), -w), more = FN(pair_ordered_sum)(C(1), w);
  if (sine) *sine = FN(hyperbolic_sum)(less, more, e.r, c, s);
  if (cosine) *cosine = FN(hyperbolic_sum)(more, less, e.r, c, s);
  return e.times;
}

/// |x|, but no more than `most`.
NK_INLINE V FN(size_below)(V x, V most) {
  const V a = FN(v_abs)(x);
  return SEL(a > most, most, a);
}

NK_FUNCTION V FN(v_sinh)(V x) {
  FN(pair) sine;
  const I k = FN(hyperbolic)(FN(size_below)(x, C(720)), &sine, NULL);
  return FN(v_copysign)(FN(v_scale)(sine.high + sine.low, k - 1), x);
}

NK_FUNCTION V FN(v_cosh)(V x) {
  FN(pair) cosine;
  const I k = FN(hyperbolic)(FN(size_below)(x, C(720)), NULL, &cosine);
  return FN(v_scale)(cosine.high + cosine.low, k - 1);
}

NK_FUNCTION V FN(v_tanh)(V x) {
  FN(pair) sine, cosine;
  FN(hyperbolic)(FN(size_below)(x, C(22)), &sine, &cosine);
  const FN(pair) q = FN(pair_quotient)(sine, cosine);
  return FN(v_copysign)(q.high + q.low, x);
}

/// Below it four terms of a series are the inverse.
#define INVERSE_NEAR 0x1p-7
/// From it on x + √(x² ± 1) is 2x.
#define INVERSE_FAR 0x1p500

/// ln(root + b), or of 2x where it is large.
NK_INLINE V FN(log_of_sum)(FN(pair) root, V b, I large, V x) {
  const FN(pair) sum = FN(pair_sum)(root.high, b);
  const V high = SEL(large, x, sum.high), low = SEL(large, C(0), sum.low + root.low);
  const FN(pair) log = FN(ln_pair)(high, low, SEL(large, C(1), C(0)), 0);
  return SEL(x < C(INFINITY), log.high + log.low, x);
}

NK_FUNCTION V FN(v_asinh)(V x) {
  const V a = FN(v_abs)(x), b = SEL(a > C(INVERSE_FAR), C(1), a), z = b * b;
  const FN(pair) square = FN(pair_product)(b, b);
  FN(pair) sum = FN(pair_sum)(square.high, C(1));
  sum.low += square.low;
  const V far = FN(log_of_sum)(FN(pair_root)(sum), b, a > C(INVERSE_FAR), a);
  const V near = FMA(b * z, POLYNOMIAL(z, -1.0 / 6, 3.0 / 40, -5.0 / 112, 35.0 / 1152), b);
  return FN(v_copysign)(SEL(a < C(INVERSE_NEAR), near, far), x);
}

NK_FUNCTION V FN(v_acosh)(V x) {
  const V b = SEL(x > C(INVERSE_FAR), C(1), x);
  const FN(pair) square = FN(pair_product)(b, b), less = FN(pair_sum)(square.high, C(-1));
  const V value = FN(log_of_sum)(FN(pair_root)(FN(pair_ordered_sum)(less.high, less.low + square.low)), b, x > C(INVERSE_FAR), x);
  return SEL(x < C(1), C(NAN), value);
}

NK_FUNCTION V FN(v_atanh)(V x) {
  const V a = FN(v_abs)(x), z = a * a;
  const FN(pair) ratio = FN(pair_quotient)(FN(pair_ordered_sum)(C(1), a), FN(pair_ordered_sum)(C(1), -a));
  const FN(pair) log = FN(ln_pair)(ratio.high, ratio.low, C(0), 0);
  const V far = SEL(a == C(1), C(INFINITY), C(0.5) * (log.high + log.low));
  const V near = FMA(a * z, POLYNOMIAL(z, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9), a);
  return FN(v_copysign)(SEL(a < C(INVERSE_NEAR), near, SEL(a > C(1), C(NAN), far)), x);
}
