// Logarithms of doubles to other bases than e, powers, and the lengths of vectors.

/// The normal number that a positive one is after scaling, and the exponent that this takes back.
NK_INLINE V FN(normalized)(V x, V *exponent) {
  const I tiny = x < C(SMALLEST_NORMAL);
  *exponent = SEL(tiny, C(-MANTISSA), C(0));
  return SEL(tiny, x * C((T)(1ull << MANTISSA)), x);
}

NK_FUNCTION V FN(v_log2)(V x) {
  V less, k;
  const FN(pair) part = FN(log_pair)(FN(normalized)(x, &less), C(0), &k, 0);
  const FN(pair) scaled = FN(pair_product)(part.high, C(LOG2_E_HIGH));
  const FN(pair) sum = FN(pair_ordered_sum)(k + less, scaled.high);
  const V low = FMA(part.high, C(LOG2_E_LOW), FMA(part.low, C(LOG2_E_HIGH), scaled.low));
  return FN(v_log_special)(x, sum.high + (sum.low + low));
}

NK_FUNCTION V FN(v_log10)(V x) {
  V less, k;
  const FN(pair) part = FN(log_pair)(FN(normalized)(x, &less), C(0), &k, 0);
  const FN(pair) scaled = FN(pair_product)(part.high, C(LOG10_E_HIGH));
  k += less;
  const FN(pair) sum = FN(pair_ordered_sum)(k * C(LOG10_2_HIGH), scaled.high);
  const V low = FMA(part.high, C(LOG10_E_LOW), FMA(part.low, C(LOG10_E_HIGH), scaled.low));
  return FN(v_log_special)(x, sum.high + (sum.low + FMA(k, C(LOG10_2_LOW), low)));
}

/// xʸ, from |x|ʸ.
NK_INLINE V FN(signed_power)(V x, V y, V size) {
  const I whole = FN(v_trunc)(y) == y, odd = whole & (FN(v_trunc)(y * C(0.5)) != y * C(0.5));
  const I negative = (BITS(x) & SIGN_BIT) != 0;
  V r = SEL(negative & odd, -size, size);
  // A negative base has powers with whole exponents only; −∞ and −0 have all.
  r = SEL((x < C(0)) & (x != C(-INFINITY)) & ~whole, C(NAN), r);
  r = SEL((x == C(-1)) & (FN(v_abs)(y) == C(INFINITY)), C(1), r);
  return SEL((y == C(0)) | (x == C(1)), C(1), r);
}

NK_FUNCTION V FN(v_pow)(V x, V y) {
  const V a = FN(v_abs)(x);
  V less;
  const V normal = FN(normalized)(a, &less);
  FN(pair) log = FN(ln_pair)(normal, C(0), less, 1);
  const I special = (a == C(0)) | (a == C(INFINITY)) | (a != a);
  log.high = SEL(special, FN(v_log_special)(a, a), log.high);
  FN(pair) power = FN(pair_product)(y, log.high);
  power.low = FMA(y, log.low, power.low);
  // Beyond 800 the result is 0 or infinite, and the low part may be no number.
  const I moderate = FN(v_abs)(power.high) < C(800);
  I k;
  const FN(pair) size = FN(exp_pair)(FN(v_clamp)(power.high, C(-800), C(800)), SEL(moderate, power.low, C(0)), &k);
  return FN(signed_power)(x, y, FN(v_scale)(size.high + size.low, k));
}

NK_FUNCTION V FN(v_hypot)(V x, V y) {
  const V a = FN(v_abs)(x), b = FN(v_abs)(y), most = SEL(a < b, b, a), least = SEL(a < b, a, b);
  // So that no square leaves the range.
  const I large = most > C(0x1p500), small = most < C(0x1p-500);
  const V scale = SEL(large, C(0x1p-600), SEL(small, C(0x1p600), C(1)));
  const V back = SEL(large, C(0x1p600), SEL(small, C(0x1p-600), C(1)));
  const FN(pair) first = FN(pair_product)(most * scale, most * scale), second = FN(pair_product)(least * scale, least * scale);
  FN(pair) sum = FN(pair_ordered_sum)(first.high, second.high);
  sum.low += first.low + second.low;
  const FN(pair) root = FN(pair_root)(sum);
  const I infinite = (a == C(INFINITY)) | (b == C(INFINITY));
  return SEL(infinite, C(INFINITY), (root.high + root.low) * back);
}
