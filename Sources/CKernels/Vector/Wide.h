// Functions that floats take through double, where a few ulps are nothing to them: their results are as good as exactly
// rounded. Doubles themselves take these from the C library. Included by Elementary.h, for double first.

#if !NK_F32

RARE(exp2, exp2(u))
RARE(log2, log2(u))
RARE(log10, log10(u))
RARE(tan, tan(u))
RARE(asin, asin(u))
RARE(acos, acos(u))
RARE(atan, atan(u))
RARE(sinh, sinh(u))
RARE(cosh, cosh(u))
RARE(asinh, asinh(u))
RARE(acosh, acosh(u))
RARE(atanh, atanh(u))
RARE_2(pow, pow(u, v))
RARE_2(atan2, atan2(u, v))
RARE_2(hypot, hypot(u, v))

#define HALF_PI 1.57079632679489661923
/// Beyond it sinh and cosh are infinite in float.
#define HYPERBOLIC_LARGEST 200

NK_FUNCTION V FN(w_erfc)(V x) { return FN(v_erfc)(x); }
NK_FUNCTION V FN(w_exp2)(V x) { return FN(v_exp)(x * C(0.69314718055994530942)); }
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
  const I whole = FN(v_trunc)(y) == y, odd = whole & (FN(v_trunc)(y * C(0.5)) != y * C(0.5));
  const I negative = (BITS(x) & SIGN_BIT) != 0;
  V r = SEL(negative & odd, -size, size);
  // A negative base has powers with whole exponents only; −∞ and −0 have all.
  r = SEL((x < C(0)) & (a != C(INFINITY)) & ~whole, C(NAN), r);
  r = SEL((x == C(-1)) & (FN(v_abs)(y) == C(INFINITY)), C(1), r);
  return SEL((y == C(0)) | (x == C(1)), C(1), r);
}

#else

/// Both halves of a vector of floats, through a function of doubles.
#define THROUGH_DOUBLE(name)                                                                                         \
  NK_FUNCTION V FN(v_##name)(V x) {                                                                                    \
    const v_f64 low = w_##name##_f64(__builtin_convertvector(x.lo, v_f64));                                          \
    const v_f64 high = w_##name##_f64(__builtin_convertvector(x.hi, v_f64));                                         \
    V out;                                                                                                           \
    out.lo = __builtin_convertvector(low, FN(half));                                                                 \
    out.hi = __builtin_convertvector(high, FN(half));                                                                \
    return out;                                                                                                      \
  }
#define THROUGH_DOUBLE_2(name)                                                                                       \
  NK_FUNCTION V FN(v_##name)(V x, V y) {                                                                               \
    const v_f64 low =                                                                                                \
        w_##name##_f64(__builtin_convertvector(x.lo, v_f64), __builtin_convertvector(y.lo, v_f64));                  \
    const v_f64 high =                                                                                               \
        w_##name##_f64(__builtin_convertvector(x.hi, v_f64), __builtin_convertvector(y.hi, v_f64));                  \
    V out;                                                                                                           \
    out.lo = __builtin_convertvector(low, FN(half));                                                                 \
    out.hi = __builtin_convertvector(high, FN(half));                                                                \
    return out;                                                                                                      \
  }
typedef float FN(half) __attribute__((ext_vector_type(8)));
THROUGH_DOUBLE(erfc)
THROUGH_DOUBLE(exp2)
THROUGH_DOUBLE(log2)
THROUGH_DOUBLE(log10)
THROUGH_DOUBLE(tan)
THROUGH_DOUBLE(asin)
THROUGH_DOUBLE(acos)
THROUGH_DOUBLE(atan)
THROUGH_DOUBLE(sinh)
THROUGH_DOUBLE(cosh)
THROUGH_DOUBLE(asinh)
THROUGH_DOUBLE(acosh)
THROUGH_DOUBLE(atanh)
THROUGH_DOUBLE_2(pow)
THROUGH_DOUBLE_2(atan2)
THROUGH_DOUBLE_2(hypot)

#endif
