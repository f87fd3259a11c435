// What floats take through double: a few ulps are nothing to them, for their results are as good as exactly rounded.

NK_FUNCTION V FN(w_sin_of_double)(V x) { return FN(v_sin)(x); }
NK_FUNCTION V FN(w_cos_of_double)(V x) { return FN(v_cos)(x); }
#define HALF_PI 1.57079632679489661923
/// Beyond it sinh and cosh are infinite in float.
#define HYPERBOLIC_LARGEST 200

NK_FUNCTION V FN(w_erfc)(V x) {
  // Beyond 11 the result is 0 in float.
  const V a = FN(v_abs)(x), bounded = SEL(a > C(11), C(11), a), r = C(1) / (bounded + C(ERFC_F32_SHIFT));
  const V tail = FN(v_exp)(-bounded * bounded) * (r * POLYNOMIAL(r - C(ERFC_F32_MIDDLE), ERFC_WIDE));
  return SEL(x < C(0), C(2) - tail, tail);
}

NK_FUNCTION V FN(w_log2)(V x) { return FN(v_log)(x) * C(LOG2_E); }
NK_FUNCTION V FN(w_log10)(V x) { return FN(v_log)(x) * C(0.43429448190325182765); }
NK_FUNCTION V FN(w_tan)(V x) { return FN(v_sin)(x) / FN(v_cos)(x); }

NK_FUNCTION V FN(w_sinh)(V x) {
  const V a = FN(v_abs)(x), e = FN(v_expm1)(SEL(a > C(HYPERBOLIC_LARGEST), C(HYPERBOLIC_LARGEST), a));
  return FN(v_copysign)(C(0.5) * (e + e / (e + C(1))), x);
}

NK_FUNCTION V FN(w_cosh)(V x) {
  const V a = FN(v_abs)(x), e = FN(v_exp)(SEL(a > C(HYPERBOLIC_LARGEST), C(HYPERBOLIC_LARGEST), a));
  return C(0.5) * (e + C(1) / e);
}

NK_FUNCTION V FN(w_asinh)(V x) {
  const V a = FN(v_abs)(x), r = FN(v_log1p)(a + a * a / (C(1) + FN(v_sqrt)(FMA(a, a, C(1)))));
  return FN(v_copysign)(SEL(a == C(INFINITY), a, r), x);
}

NK_FUNCTION V FN(w_acosh)(V x) {
  const V t = x - C(1);
  return SEL(x < C(1), C(NAN), FN(v_log1p)(t + FN(v_sqrt)(t * (t + C(2)))));
}

NK_FUNCTION V FN(w_atanh)(V x) {
  const V a = FN(v_abs)(x);
  return FN(v_copysign)(C(0.5) * FN(v_log1p)((a + a) / (C(1) - a)), x);
}

/// atan x for 0 ≤ x ≤ 1.
NK_INLINE V FN(w_atan_small)(V x) {
  const V z = x * x;
  return FMA(x * z, POLYNOMIAL(z, ATAN_WIDE), x);
}

NK_FUNCTION V FN(w_atan)(V x) {
  const V a = FN(v_abs)(x);
  const I steep = a > C(1);
  const V r = FN(w_atan_small)(SEL(steep, C(1) / a, a));
  return FN(v_copysign)(SEL(steep, C(HALF_PI) - r, r), x);
}

NK_FUNCTION V FN(w_asin)(V x) { return FN(w_atan)(x / FN(v_sqrt)((C(1) - x) * (C(1) + x))); }
NK_FUNCTION V FN(w_acos)(V x) { return C(HALF_PI) - FN(w_asin)(x); }

NK_FUNCTION V FN(w_atan2)(V y, V x) {
  const V a = FN(v_abs)(x), b = FN(v_abs)(y), least = SEL(a < b, a, b), most = SEL(a < b, b, a);
  V r = FN(w_atan_small)(SEL(most == C(0), C(0), SEL(least == C(INFINITY), C(1), least / most)));
  r = SEL(b > a, C(HALF_PI) - r, r);
  r = SEL((BITS(x) & SIGN_BIT) != 0, C(2 * HALF_PI) - r, r);
  return SEL((x != x) | (y != y), C(NAN), FN(v_copysign)(r, y));
}

NK_FUNCTION V FN(w_hypot)(V x, V y) {
  const I infinite = (FN(v_abs)(x) == C(INFINITY)) | (FN(v_abs)(y) == C(INFINITY));
  return SEL(infinite, C(INFINITY), FN(v_sqrt)(FMA(x, x, y * y)));
}

NK_FUNCTION V FN(w_pow)(V x, V y) {
  const V a = FN(v_abs)(x), size = FN(v_exp)(y * FN(v_log)(a));
  return FN(signed_power)(x, y, size);
}
