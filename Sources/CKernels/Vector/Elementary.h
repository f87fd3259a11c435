// The elementary functions on vectors. Needs Lanes.h; the constants are in Coefficients.h, the measured errors in the
// header of the library.

#define C(c) ((V)(T)(c))
#define FMA(x, y, z) FN(v_fma)((V)(x), (V)(y), (V)(z))
#define SEL(c, p, q) ((c) ? (V)(p) : (V)(q))
#define SEL_I(c, p, q) ((c) ? (I)(p) : (I)(q))
#define BITS(x) ((I)(x))
#define FROM_BITS(x) ((V)(x))

#if NK_F32
#define K(name) name##_F32
#define SIGN_BIT ((I)(int32_t)INT32_MIN)
#define MAGIC 0x1.8p23f            // adding it rounds to an integer, in the low bits
#define MANTISSA 23
#define BIAS 127
#define LN2_HIGH 0x1.62ep-1f       // 9 bits fewer than the type has: times an exponent it is exact
#define LN2_LOW 0x1.0bfbe8p-15f
#define EXP_LOWEST -104            // below it eˣ rounds to 0
#define EXP_HIGHEST 89
#define EXP_NORMAL 87              // up to it eˣ and e⁻ˣ are normal
#define EXP2_LOWEST -151           // the same for 2ˣ
#define EXP2_HIGHEST 129
#define SMALLEST_NORMAL 0x1p-126f
#define SQRT_HALF_BITS 0x3f3504f3
#define LARGEST_REDUCIBLE 8192     // above it sin and cos take the way of doubles
#define PI_2_HIGH 0x1.921fb6p+0f
#define PI_2_MIDDLE -0x1.777a5cp-25f
#define PI_2_LOW -0x1.ee59dap-50f
#define ERF_NEAR 0.83              // up to it erf is a polynomial
#define ERFC_LARGEST 15
#define NORMAL_CDF_LARGEST 15      // beyond it Φ(−x) is 0; v_scale takes exponents down to −252, e^{−x²/2} has −162
#define NORMAL_CDF_NEAR 13         // up to it Φ(−x) is normal
#define ERFC_SHIFT ERFC_F32_SHIFT
#define ERFC_MIDDLE ERFC_F32_MIDDLE
#else
#define K(name) name##_F64
#define SIGN_BIT ((I)INT64_MIN)
#define MAGIC 0x1.8p52
#define MANTISSA 52
#define BIAS 1023
#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW 0x1.a39ef35793c76p-33
#define EXP_LOWEST -746
#define EXP_HIGHEST 710
#define EXP_NORMAL 708
#define EXP2_LOWEST -1076
#define EXP2_HIGHEST 1025
#define SMALLEST_NORMAL 0x1p-1022
#define SQRT_HALF_BITS 0x3fe6a09e667f3bcd
#define LARGEST_REDUCIBLE 0x1p30     // above it every lane is reduced by itself
#define PI_2_HIGH 0x1.921fb54442d18p+0
#define PI_2_MIDDLE 0x1.1a62633145c07p-54
#define PI_2_LOW -0x1.f1976b7ed8fbcp-110
#define ERF_NEAR 1
#define ERFC_LARGEST 30
#define NORMAL_CDF_LARGEST 39
#define NORMAL_CDF_NEAR 37
#define ERFC_SHIFT ERFC_F64_SHIFT
#define ERFC_MIDDLE ERFC_F64_MIDDLE
#endif

#define LOG2_E 1.44269504088896340736
#define TWO_OVER_PI 0.63661977236758134308

/// Σ c[k]·xᵏ by Horner's rule.
#define POLYNOMIAL(x, ...)                                                                                           \
  ({                                                                                                                 \
    static const T c_[] = {__VA_ARGS__};                                                                             \
    const int n_ = (int)(sizeof(c_) / sizeof(T));                                                                    \
    V r_ = C(c_[n_ - 1]);                                                                                            \
    _Pragma("clang loop unroll(full)") for (int k_ = n_ - 2; k_ >= 0; k_--) r_ = FMA(r_, x, C(c_[k_]));              \
    r_;                                                                                                              \
  })

/// The same for many terms, the even ones beside the odd ones: half as long to wait for.
#define LONG_POLYNOMIAL(x, ...)                                                                                      \
  ({                                                                                                                 \
    static const T d_[] = {__VA_ARGS__};                                                                             \
    const int m_ = (int)(sizeof(d_) / sizeof(T));                                                                    \
    const V x_ = (x), square_ = x_ * x_;                                                                             \
    V last_ = C(d_[m_ - 1]), other_ = C(d_[m_ - 2]);                                                                 \
    _Pragma("clang loop unroll(full)") for (int k_ = m_ - 3; k_ >= 0; k_ -= 2) {                                     \
      last_ = FMA(last_, square_, C(d_[k_]));                                                                        \
      if (k_ > 0) other_ = FMA(other_, square_, C(d_[k_ - 1]));                                                      \
    }                                                                                                                \
    m_ & 1 ? FMA(other_, x_, last_) : FMA(last_, x_, other_);                                                        \
  })

// MARK: - Exact operations

#if defined(NK_CALLS_FMA)
/// Without the instruction each lane is a call of the C library: once here rather than at every place.
static __attribute__((noinline, unused)) V FN(v_fma)(V x, V y, V z) {
  T a[W], b[W], c[W];
  FN(store)(a, x);
  FN(store)(b, y);
  FN(store)(c, z);
  for (int l = 0; l < W; l++)
    a[l] = NK_F32 ? (T)__builtin_fmaf((float)a[l], (float)b[l], (float)c[l])
                  : (T)__builtin_fma((double)a[l], (double)b[l], (double)c[l]);
  return FN(load)(a);
}
#else
NK_INLINE V FN(v_fma)(V x, V y, V z) { return __builtin_elementwise_fma(x, y, z); }
#endif

NK_INLINE V FN(v_abs)(V x) { return FROM_BITS(BITS(x) & ~SIGN_BIT); }
NK_INLINE V FN(v_copysign)(V x, V sign) { return FROM_BITS((BITS(x) & ~SIGN_BIT) | (BITS(sign) & SIGN_BIT)); }
NK_INLINE V FN(v_sign)(V x) { return SEL(x > C(0), C(1), SEL(x < C(0), C(-1), C(0))); }
NK_INLINE V FN(v_sqrt)(V x) { return __builtin_elementwise_sqrt(x); }
NK_INLINE V FN(v_floor)(V x) { return __builtin_elementwise_floor(x); }
NK_INLINE V FN(v_ceil)(V x) { return __builtin_elementwise_ceil(x); }
NK_INLINE V FN(v_rint)(V x) { return __builtin_elementwise_rint(x); }
NK_INLINE V FN(v_trunc)(V x) { return __builtin_elementwise_trunc(x); }
/// NaN if either is.
NK_INLINE V FN(v_max)(V x, V y) { return SEL((x > y) | (x != x), x, y); }
NK_INLINE V FN(v_clamp)(V x, V low, V high) {
  const V v = SEL(x < low, low, x);
  return SEL(v > high, high, v);
}

/// Whether any lane of a comparison is true.
NK_INLINE int FN(v_any)(I mask) { return __builtin_reduce_or(mask) != 0; }

// MARK: - Exponentials

/// p·2ᵏ with one rounding, for 1/2 < p < 2 and |k| below twice the range of exponents.
NK_FUNCTION V FN(v_scale)(V p, I k) {
#if defined(NK_MASKED) && NK_F32 && !defined(NK_WIDE)
  return (V)_mm512_scalef_ps((__m512)p, _mm512_cvtepi32_ps((__m512i)k));
#elif defined(NK_MASKED) && !NK_F32
  return (V)_mm512_scalef_pd((__m512d)p, _mm512_cvtepi64_pd((__m512i)k));
#else
  const I half = k >> 1;
  return p * FROM_BITS((half + BIAS) << MANTISSA) * FROM_BITS((k - half + BIAS) << MANTISSA);
#endif
}

/// x = k·ln 2 + r with |r| ≤ ln 2/2, for x within EXP_LOWEST…EXP_HIGHEST.
#define REDUCE_EXP(x, k, r)                                                                                          \
  const V shifted_ = FMA(x, C(LOG2_E), C(MAGIC)), whole_ = shifted_ - C(MAGIC);                                      \
  const I k = BITS(shifted_) - BITS(C(MAGIC));                                                                       \
  const V r = FMA(whole_, C(-LN2_LOW), FMA(whole_, C(-LN2_HIGH), x))

/// Of x = k·ln 2 + r, k in the low bits of `shifted` and eʳ − 1 as `tail`; LESS_WHOLE(y) is y − k·ln 2 but for the
/// part that LN2_LOW makes, and `high` is that of x, which may know x beyond the type. The small part of r joins the
/// small terms: rounding it into r alone cost a quarter of an ulp.
#define LESS_WHOLE(y) FMA(whole_, C(-LN2_HIGH), y)
#define REDUCE_TO_TAIL(x, high, shifted, tail)                                                                       \
  const V shifted = FMA(x, C(LOG2_E), C(MAGIC)), whole_ = shifted - C(MAGIC);                                        \
  const V high_ = high, low_ = whole_ * C(-LN2_LOW), sum_ = high_ + low_;                                            \
  const V tail = high_ + FMA(sum_ * sum_, POLYNOMIAL(sum_, K(EXP)), low_)

/// FAR_WAY(name, limit) makes the function `name` of name_way(x, far): where every lane is below the limit it takes the
/// short way, without clamps and with one step of scaling, else the whole one, out of line. A lane has the same bits on
/// either: they never depend on its neighbours.
#define FAR_WAY(name, limit)                                                                                         \
  static __attribute__((noinline, cold, unused)) V FN(name##_far)(V x) { return FN(name##_way)(x, 1); }              \
  NK_FUNCTION V FN(name)(V x) {                                                                                      \
    if (__builtin_expect(FN(v_any)(~(FN(v_abs)(x) < C(limit))), 0)) return FN(name##_far)(x);                   \
    return FN(name##_way)(x, 0);                                                                                     \
  }

NK_INLINE V FN(v_exp_way)(V x, const int far) {
  if (far) x = FN(v_clamp)(x, C(EXP_LOWEST), C(EXP_HIGHEST));
  REDUCE_TO_TAIL(x, LESS_WHOLE(x), shifted, tail);
  const V p = tail + C(1);
  // NaN went through as NaN: the integer it left in `shifted` is then of no account. The lowest bits of MAGIC are 0.
  if (far) return FN(v_scale)(p, BITS(shifted) - BITS(C(MAGIC)));
  return FROM_BITS(BITS(p) + (BITS(shifted) << MANTISSA));
}
FAR_WAY(v_exp, EXP_NORMAL)

/// 2ˣ. What the sum of 1 and the greatest term loses joins the small ones.
NK_INLINE V FN(v_exp2_way)(V x, const int far) {
  if (far) x = FN(v_clamp)(x, C(EXP2_LOWEST), C(EXP2_HIGHEST));
  const V shifted = x + C(MAGIC), r = x - (shifted - C(MAGIC)), y = r * C(K(LN_2_HIGH));
  const V small = FMA(r, C(K(LN_2_LOW)), FMA(r, C(K(LN_2_HIGH)), -y));
  const V whole = y + C(1), p = whole + (FMA(y * y, POLYNOMIAL(y, K(EXP)), small) + (y - (whole - C(1))));
  return far ? FN(v_scale)(p, BITS(shifted) - BITS(C(MAGIC))) : FROM_BITS(BITS(p) + (BITS(shifted) << MANTISSA));
}
FAR_WAY(v_exp2, BIAS - 1)

#if NK_F32
NK_FUNCTION V FN(v_expm1)(V x) {
  const V clamped = FN(v_clamp)(x, C(EXP_LOWEST), C(EXP_HIGHEST));
  REDUCE_EXP(clamped, k, r);
  // 2ᵏ·(r + r²q) + (2ᵏ − 1): the first two terms as an exact sum.
  const I small = k > 60 ? (I)60 : k < -60 ? (I)-60 : k;
  const V s = FROM_BITS((small + BIAS) << MANTISSA), less = s - C(1), lost = (s - less) - C(1);
  const V q = r * r * POLYNOMIAL(r, K(EXPM1));
  const V a = FMA(s, r, less), rest = FMA(s, r, less - a) + lost, near = a + FMA(s, q, rest);
  const V far = FN(v_scale)(r + q + C(1), k);
  return SEL(x == C(0), x, SEL(k > (I)58, far, near));
}
#endif

/// Up to it nothing of e⁻ˣ is lost in 1 + e⁻ˣ, rounded once or not.
#define SIGMOID_NEAR 16
#define SIGMOID_HIGHEST 40         // from it on the result is 1

/// 1/(1 + e⁻ˣ) with e⁻ˣ = 2ᵏ·(1 + tail), which is 2⁻ᵏ/d, d = 2⁻ᵏ + 1 + tail; whichever side is far from 1 hides its
/// error.
NK_INLINE V FN(v_sigmoid_way)(V x, const int far) {
  if (far) x = FN(v_clamp)(x, C(EXP_LOWEST), C(SIGMOID_HIGHEST));
  REDUCE_TO_TAIL(-x, LESS_WHOLE(-x), shifted, tail);
  const I k = BITS(shifted) - BITS(C(MAGIC)), shift = BITS(shifted) << MANTISSA;
  // d as the sum of d and low.
  const V s = far ? FROM_BITS((BIAS - SEL_I(k > (I)(BIAS - 1), (I)(BIAS - 1), k)) << MANTISSA)
                  : FROM_BITS(BITS(C(1)) - shift);
  const V one = s + C(1), d = one + tail;
  V low = tail - (d - one);
  if (far) low += SEL(k > (I)MANTISSA, s, SEL(k < (I)-MANTISSA, C(1), C(0)));
  const V q = C(1) / d, rest = FMA(-q, low, FMA(-q, d, C(1))), scaled = FMA(q, rest, q);
  return far ? FN(v_scale)(scaled, -k) : FROM_BITS(BITS(scaled) - shift);
}
FAR_WAY(v_sigmoid, SIGMOID_NEAR)

#if NK_F32
NK_FUNCTION V FN(v_tanh)(V x) {
  const V positive = FN(v_abs)(x), z = x * x;
  const V small = FMA(positive * z, POLYNOMIAL(z, TANH_F32), positive);
  // Beyond 10 the result is 1.
  const V doubled = C(-2) * positive, in_range = SEL(doubled < C(-20), C(-20), doubled);
  REDUCE_EXP(in_range, k, r);
  const V tail = FMA(r * r, POLYNOMIAL(r, EXP_F32), r), e = (tail + C(1)) * FROM_BITS((k + BIAS) << MANTISSA);
  // 1 − 2e/(1 + e), with what the quotient lost.
  const V q = C(1) / (e + C(1)), low = q * FMA(-q, e, C(1) - q);
  const V whole = FMA(C(-2) * e, q, C(1)), lost = FMA(C(-2) * e, q, C(1) - whole);
  const V large = whole + FMA(C(-2) * e, low, lost);
  return FN(v_copysign)(SEL(positive < C(0.625), small, large), x);
}
#endif

// MARK: - Logarithms

/// x = 2ᵏ·(1 + f) with 1 + f in [√½, √2), for normal positive x.
#define REDUCE_LOG(x, k, f)                                                                                          \
  const I offset_ = BITS(x) - (I)SQRT_HALF_BITS, k_bits_ = offset_ >> MANTISSA;                                      \
  const V f = FROM_BITS(BITS(x) - (k_bits_ << MANTISSA)) - C(1);                                                     \
  const V k = FROM_BITS(k_bits_ + BITS(C(MAGIC))) - C(MAGIC)

/// ln(2ᵏ·(1 + f)) + extra, where extra is small beside an ulp of f, or all there is.
NK_FUNCTION V FN(v_log_reduced)(V k, V f, V extra) {
#if NK_F32
  const V z = f * f;
  V y = f * z * POLYNOMIAL(f, LOG_F32);
  y = FMA(k, C(LN2_LOW), y) + extra;
  y = FMA(C(-0.5), z, y);
  // f + y rounds near 1/2 ulp: what it loses joins k·ln 2.
  const V sum = f + y, lost = y - (sum - f);
  const V high = FMA(k, C(LN2_HIGH), sum);
  return high + (FMA(k, C(LN2_HIGH), sum - high) + lost);
#else
  const V s = f / (f + C(2)), z = s * s, half = C(0.5) * f * f;
  const V r = z * POLYNOMIAL(z, LOG_F64);
  return FMA(k, C(LN2_HIGH), f - (half - (FMA(s, half + r, FMA(k, C(LN2_LOW), extra)))));
#endif
}

NK_FUNCTION V FN(v_log_special)(V x, V value) {
  const V infinite = C(INFINITY);
  value = SEL(x == infinite, x, value);
  value = SEL(x == C(0), -infinite, value);
  return SEL((x < C(0)) | (x != x), C(NAN), value);
}

static __attribute__((noinline, cold, unused)) V FN(v_log_far)(V x) {
  const I tiny = x < C(SMALLEST_NORMAL);
  const V scaled = SEL(tiny, x * C((T)(1ull << MANTISSA)), x);
  REDUCE_LOG(scaled, k, f);
  return FN(v_log_special)(x, FN(v_log_reduced)(SEL(tiny, k - C(MANTISSA), k), f, C(0)));
}

NK_FUNCTION V FN(v_log)(V x) {
  // What is no normal positive number goes the whole way.
  const I bits = BITS(x);
  if (__builtin_expect(FN(v_any)((bits < BITS(C(SMALLEST_NORMAL))) | (bits >= BITS(C(INFINITY)))), 0))
    return FN(v_log_far)(x);
  REDUCE_LOG(x, k, f);
  return FN(v_log_reduced)(k, f, C(0));
}

NK_FUNCTION V FN(v_log1p)(V x) {
  const V u = x + C(1);
  // What the sum lost, from whichever of its terms is greater.
  const V lost = SEL(x > C(1), C(1) - (u - x), x - (u - C(1)));
  REDUCE_LOG(u, k, f);
  const V value = FN(v_log_reduced)(k, f, lost / u);
  return SEL(FN(v_abs)(x) < C(0x1p-60), x, FN(v_log_special)(u, value));
}

// MARK: - The others

/// What is left of a number beside whole times of a constant: r, and what r lacks.
typedef struct FN(reduced) {
  V r, low;
  I times;
} FN(reduced);

#if !NK_F32
#include "Pairs.h"
#include "Powers.h"
#include "Hyperbolic.h"
#elif !defined(NK_WIDE)
#include "ThroughDouble.h"
#endif
#if !defined(NK_WIDE)
#include "Circular.h"
#endif
#include "ErrorFunction.h"
#if !NK_F32
#include "Wide.h"
#endif

// MARK: - Compositions

#if !defined(NK_WIDE)
/// xᵃ for one exponent: the common ones exactly as products, quotients and roots.
NK_FUNCTION V FN(v_pow_one)(V x, T a) {
  if (a == 2) return x * x;
  if (a == 1) return x;
  if (a == 3) return x * x * x;
  if (a == (T)0.5) return FN(v_sqrt)(x);
  if (a == -1) return C(1) / x;
  if (a == -2) return C(1) / (x * x);
  if (a == (T)-0.5) return C(1) / FN(v_sqrt)(x);
  return FN(v_pow)(x, C(a));
}

/// By the C library, lane by lane: the result is exact, so that there is but one.
static __attribute__((noinline, cold, unused)) V FN(v_fmod_far)(V x, V y) {
  T xs[W], ys[W];
  FN(store)(xs, x);
  FN(store)(ys, y);
  for (int l = 0; l < W; l++) xs[l] = (T)fmod((double)xs[l], (double)ys[l]);
  return FN(load)(xs);
}

/// x less a whole multiple of y, with the sign of x; exact.
NK_FUNCTION V FN(v_fmod)(V x, V y) {
  const V a = FN(v_abs)(x), b = FN(v_abs)(y), quotient = a / b, whole = FN(v_trunc)(quotient);
  const I near = (quotient < C(1ull << (MANTISSA - 1))) & (b < C(INFINITY));
  if (__builtin_expect(FN(v_any)(~near), 0)) return FN(v_fmod_far)(x, y);
  // The quotient may have been rounded to the whole number above it. Both differences are exact.
  const V rest = FMA(-whole, b, a);
  return FN(v_copysign)(SEL(rest < C(0), rest + b, rest), x);
}

NK_FUNCTION V FN(v_remainder)(V x, V y) {
  const V r = FN(v_fmod)(x, y);
  return SEL((r != C(0)) & ((r < C(0)) != (y < C(0))), r + y, r);
}

NK_FUNCTION V FN(v_logaddexp)(V x, V y) {
  const V distance = FN(v_abs)(x - y);
  return SEL(x == y, x + C(0.69314718055994530942), FN(v_max)(x, y) + FN(v_log1p)(FN(v_exp)(-distance)));
}
#endif

/// tanh(ln(1 + eˣ)), for mish.
NK_FUNCTION V FN(v_tanh_softplus)(V x) {
  const V bounded = SEL(x > C(30), C(30), x), e = FN(v_exp)(bounded), n = e * (e + C(2));
  return SEL(x > C(30), C(1), n / (n + C(2)));
}

// MARK: - One element

NK_INLINE T FN(s_exp)(T x) { return FN(v_exp)((V)x)[0]; }
NK_INLINE T FN(s_log)(T x) { return FN(v_log)((V)x)[0]; }
NK_INLINE T FN(s_abs)(T x) { return x < 0 ? -x : x == 0 ? 0 : x; }
NK_INLINE T FN(s_sqrt)(T x) { return NK_F32 ? (T)__builtin_sqrtf((float)x) : (T)__builtin_sqrt((double)x); }
NK_INLINE T FN(s_fma)(T x, T y, T z) {
  return NK_F32 ? (T)__builtin_fmaf((float)x, (float)y, (float)z)
                : (T)__builtin_fma((double)x, (double)y, (double)z);
}
