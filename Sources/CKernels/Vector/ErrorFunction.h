// The error function, its complement and the normal distribution.

/// erf x for |x| < ERF_NEAR.
NK_FUNCTION V FN(v_erf_small)(V x) {
  return FMA(x, NK_F32 ? POLYNOMIAL(x * x, K(ERF)) : LONG_POLYNOMIAL(x * x, K(ERF)), x);
}

#if NK_F32

NK_FUNCTION V FN(v_erf)(V x) {
  const V positive = FN(v_abs)(x), small = FN(v_erf_small)(x);
  // The exponent is 2t + t·p, the sum never rounded. Beyond 4 the result is 1; NaN goes through the product.
  const V t = SEL(positive > C(4), C(-4), -positive), twice = t + t;
  const V p = FMA(-t, POLYNOMIAL(-t, ERF_TAIL_F32), C(ERF_TAIL_F32_FIRST)), sum = FMA(t, p, twice);
  REDUCE_TO_TAIL(sum, FMA(t, p, LESS_WHOLE(twice)), shifted, tail);
  const V large = C(1) - (tail + C(1)) * FROM_BITS((BITS(shifted) << MANTISSA) + BITS(C(1)));
  return SEL(positive < C(ERF_NEAR), small, FN(v_copysign)(large, x));
}

#else

#define FIRST_OF(first, ...) first
#define SECOND_OF(first, second, ...) second
#define REST_OF(first, second, ...) __VA_ARGS__
#define APPLIED(macro, ...) macro(__VA_ARGS__)

/// erfc x = 2ᵏ·(its result) for 0 ≤ x ≤ ERFC_LARGEST: e^{−x²}·r·q(r), r = 1/(x + ERFC_SHIFT).
NK_INLINE FN(pair) FN(erfc_pair)(V x, I *k) {
  const FN(pair) square = FN(pair_product)(x, x), e = FN(exp_pair)(-square.high, -square.low, k);
  const FN(pair) shifted = FN(pair_sum)(x, C(ERFC_SHIFT));
  const V r = C(1) / shifted.high, r_low = r * FMA(-r, shifted.low, FMA(-r, shifted.high, C(1)));
  const FN(pair) d = FN(pair_sum)(r, C(-ERFC_MIDDLE));
  const FN(pair) t = FN(pair_product)(d.high, LONG_POLYNOMIAL(d.high, APPLIED(REST_OF, ERFC_F64)));
  const FN(pair) slope = FN(pair_sum)(C(APPLIED(SECOND_OF, ERFC_F64)), t.high), u = FN(pair_product)(d.high, slope.high);
  const FN(pair) q = FN(pair_sum)(C(APPLIED(FIRST_OF, ERFC_F64)), u.high);
  // c + 2·(slope − c) is the derivative to the second order.
  const V derivative = slope.high + slope.high - C(APPLIED(SECOND_OF, ERFC_F64));
  const V q_low = q.low + FMA(d.low + r_low, derivative, FMA(d.high, slope.low + t.low, u.low));
  const FN(pair) g = FN(pair_product)(r, q.high);
  const V g_low = FMA(r, q_low, FMA(r_low, q.high, g.low));
  const FN(pair) value = FN(pair_product)(e.high, g.high);
  return (FN(pair)){value.high, FMA(e.high, g_low, FMA(e.low, g.high, value.low))};
}

NK_FUNCTION V FN(v_erfc)(V x) {
  const V positive = FN(v_abs)(x);
  I k;
  const FN(pair) tail = FN(erfc_pair)(SEL(positive > C(ERFC_LARGEST), C(ERFC_LARGEST), positive), &k);
  const V right = FN(v_scale)(tail.high + tail.low, k);
  // 1 − (x + x·q), where x·q is small.
  const FN(pair) less = FN(pair_ordered_sum)(C(1), -x);
  const V near = less.high + FMA(-x, LONG_POLYNOMIAL(x * x, ERF_F64), less.low);
  return SEL(positive < C(0.65), near, SEL(x < C(0), C(2) - right, right));
}

NK_FUNCTION V FN(v_erf)(V x) {
  // Beyond 6 the result is 1.
  const V positive = FN(v_abs)(x), bounded = SEL(positive > C(6), C(6), positive);
  I k;
  const FN(pair) tail = FN(erfc_pair)(bounded, &k);
  const V scale = FROM_BITS((k + BIAS) << MANTISSA);
  const FN(pair) large = FN(pair_ordered_sum)(C(1), -tail.high * scale);
  const V far = large.high + FMA(-tail.low, scale, large.low);
  return SEL(positive < C(ERF_NEAR), FN(v_erf_small)(x), FN(v_copysign)(far, x));
}

#endif

/// Φ(x): the part of the standard normal distribution below x, by its tail, so that nothing cancels on the left. With
/// x²/2 as the exponent, never rounded, half the tail of the error function at |x|/√2.
NK_INLINE V FN(v_normal_cdf_way)(V x, const int far) {
  V size = FN(v_abs)(x);
  if (far) size = SEL(size > C(NORMAL_CDF_LARGEST), C(NORMAL_CDF_LARGEST), size);
  const V half = C(-0.5) * size, square = half * size;
  REDUCE_TO_TAIL(square, FMA(half, size, whole_ * C(-LN2_HIGH)), shifted, tail);
  const V p = FMA(tail, C(0.5), C(0.5));
  const V e = far ? FN(v_scale)(p, BITS(shifted) - BITS(C(MAGIC))) : FROM_BITS(BITS(p) + (BITS(shifted) << MANTISSA));
  const V r = C(1) / FMA(size, C(0.70710678118654752440), C(ERFC_SHIFT));
  const V below = e * (r * POLYNOMIAL(r - C(ERFC_MIDDLE), K(ERFC)));
  return SEL(x < C(0), below, C(1) - below);
}
FAR_WAY(v_normal_cdf, NORMAL_CDF_NEAR)
