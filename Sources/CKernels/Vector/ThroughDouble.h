// Functions that floats take through double, by Wide.h.

typedef float FN(half) __attribute__((ext_vector_type(8)));

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
THROUGH_DOUBLE(sin_of_double)
THROUGH_DOUBLE(cos_of_double)
THROUGH_DOUBLE(erfc)
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
