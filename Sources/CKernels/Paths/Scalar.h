// The functions m_… for one scalar of type T, by the C library.

#define WRAP1(name, expression) static inline T FN(s_##name)(T x) { return expression; }
#define WRAP2(name, expression) static inline T FN(s_##name)(T x, T y) { return expression; }
WRAP1(abs, S(fabs)(x))
WRAP1(sign, (T)((x > 0) - (x < 0)))
WRAP1(exp, S(exp)(x))
WRAP1(exp2, S(exp2)(x))
WRAP1(expm1, S(expm1)(x))
WRAP1(log, S(log)(x))
WRAP1(log1p, S(log1p)(x))
WRAP1(log2, S(log2)(x))
WRAP1(log10, S(log10)(x))
WRAP1(sqrt, S(sqrt)(x))
WRAP1(sin, S(sin)(x))
WRAP1(cos, S(cos)(x))
WRAP1(tan, S(tan)(x))
WRAP1(asin, S(asin)(x))
WRAP1(acos, S(acos)(x))
WRAP1(atan, S(atan)(x))
WRAP1(sinh, S(sinh)(x))
WRAP1(cosh, S(cosh)(x))
WRAP1(tanh, S(tanh)(x))
WRAP1(asinh, S(asinh)(x))
WRAP1(acosh, S(acosh)(x))
WRAP1(atanh, S(atanh)(x))
WRAP1(erf, S(erf)(x))
WRAP1(erfc, S(erfc)(x))
WRAP1(floor, S(floor)(x))
WRAP1(ceil, S(ceil)(x))
WRAP1(rint, S(rint)(x))
WRAP1(trunc, S(trunc)(x))
WRAP1(sigmoid, x >= 0 ? 1 / (1 + S(exp)(-x)) : S(exp)(x) / (1 + S(exp)(x)))
WRAP1(normal_cdf, (T)0.5 * S(erfc)(-x * (T)0.70710678118654752440))
WRAP2(pow, S(pow)(x, y))
WRAP2(atan2, S(atan2)(x, y))
WRAP2(fmod, S(fmod)(x, y))
WRAP2(hypot, S(hypot)(x, y))
WRAP2(max, x > y || x != x ? x : y)

static inline T FN(s_tanh_softplus)(T x) {
  if (x > 30) return 1;
  const T e = S(exp)(x), n = e * (e + 2);
  return n / (n + 2);
}
static inline T FN(s_clamp)(T x, T low, T high) { return x < low ? low : x > high ? high : x; }
static inline T FN(s_remainder)(T x, T y) {
  const T r = S(fmod)(x, y);
  return r != 0 && (r < 0) != (y < 0) ? r + y : r;
}
static inline T FN(s_logaddexp)(T x, T y) {
  const T top = x > y || x != x ? x : y, distance = S(fabs)(x - y);
  return x == y ? x + (T)0.69314718055994530942 : top + S(log1p)(S(exp)(-distance));
}
static inline T FN(s_fma)(T x, T y, T z) { return S(fma)(x, y, z); }
#undef WRAP1
#undef WRAP2

#ifndef FMA
#define FMA(x, y, z) FN(s_fma)(x, y, z)
#define m_fma(x, y, z) FN(s_fma)(x, y, z)
#define m_abs(x) FN(s_abs)(x)
#define m_sign(x) FN(s_sign)(x)
#define m_exp(x) FN(s_exp)(x)
#define m_exp2(x) FN(s_exp2)(x)
#define m_expm1(x) FN(s_expm1)(x)
#define m_log(x) FN(s_log)(x)
#define m_log1p(x) FN(s_log1p)(x)
#define m_log2(x) FN(s_log2)(x)
#define m_log10(x) FN(s_log10)(x)
#define m_sqrt(x) FN(s_sqrt)(x)
#define m_sin(x) FN(s_sin)(x)
#define m_cos(x) FN(s_cos)(x)
#define m_tan(x) FN(s_tan)(x)
#define m_asin(x) FN(s_asin)(x)
#define m_acos(x) FN(s_acos)(x)
#define m_atan(x) FN(s_atan)(x)
#define m_sinh(x) FN(s_sinh)(x)
#define m_cosh(x) FN(s_cosh)(x)
#define m_tanh(x) FN(s_tanh)(x)
#define m_asinh(x) FN(s_asinh)(x)
#define m_acosh(x) FN(s_acosh)(x)
#define m_atanh(x) FN(s_atanh)(x)
#define m_erf(x) FN(s_erf)(x)
#define m_erfc(x) FN(s_erfc)(x)
#define m_floor(x) FN(s_floor)(x)
#define m_ceil(x) FN(s_ceil)(x)
#define m_rint(x) FN(s_rint)(x)
#define m_trunc(x) FN(s_trunc)(x)
#define m_sigmoid(x) FN(s_sigmoid)(x)
#define m_normal_cdf(x) FN(s_normal_cdf)(x)
#define m_tanh_softplus(x) FN(s_tanh_softplus)(x)
#define m_pow(x, y) FN(s_pow)(x, y)
#define m_atan2(x, y) FN(s_atan2)(x, y)
#define m_fmod(x, y) FN(s_fmod)(x, y)
#define m_remainder(x, y) FN(s_remainder)(x, y)
#define m_hypot(x, y) FN(s_hypot)(x, y)
#define m_logaddexp(x, y) FN(s_logaddexp)(x, y)
#define m_max(x, y) FN(s_max)(x, y)
#define m_clamp(x, a, b) FN(s_clamp)(x, a, b)
#endif
