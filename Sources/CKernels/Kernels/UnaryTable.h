// The elementwise operations of one input: OP(name, value, gradient), in terms of x, y, the incoming gradient g and the
// parameters a and b. One line holds both, so that they cannot drift apart.

#define K_SQRT_2_OVER_PI 0.79788456080286535588
#define K_GELU_CUBIC 0.044715
#define K_SQRT_1_2 0.70710678118654752440
#define K_INV_SQRT_2PI 0.39894228040143267794
#define K_2_OVER_SQRT_PI 1.12837916709551257390
#define K_LN_2 0.69314718055994530942
#define K_LN_10 2.30258509299404568402
// Klambauer, Unterthiner, Mayr, Hochreiter 2017, equation 14.
#define K_SELU_SCALE 1.0507009873554804934193349852946
#define K_SELU_ALPHA 1.6732632423543772848170429916717

#define GELU_TANH_INNER(x) (C(2 * K_SQRT_2_OVER_PI) * ((x) + C(K_GELU_CUBIC) * (x) * (x) * (x)))

/// Those that wait for long chains of operations, of which a processor with registers enough does several at once.
#define UNARY_CHAINS(OP)                                                                                             \
  OP(exp, m_exp(x), g *y)                                                                                            \
  OP(exp2, m_exp2(x), g *y *C(K_LN_2))                                                                               \
  OP(expm1, m_expm1(x), g *(y + C(1)))                                                                               \
  OP(log, m_log(x), g / x)                                                                                           \
  OP(log1p, m_log1p(x), g / (x + C(1)))                                                                              \
  OP(tanh, m_tanh(x), g *(C(1) - y * y))                                                                             \
  OP(sigmoid, m_sigmoid(x), g *(y * (C(1) - y)))                                                                     \
  OP(logSigmoid, SEL(x < C(0), x, C(0)) - m_log1p(m_exp(-m_abs(x))), g *m_sigmoid(-x))                               \
  OP(elu, SEL(x > C(0), x, a *m_expm1(x)), SEL(x > C(0), g, g *a *m_exp(x)))                                         \
  OP(selu, C(K_SELU_SCALE) * SEL(x > C(0), x, C(K_SELU_ALPHA) * m_expm1(x)),                                         \
     C(K_SELU_SCALE) * SEL(x > C(0), g, g *C(K_SELU_ALPHA) * m_exp(x)))                                              \
  OP(gelu, x *m_normal_cdf(x), g *(m_normal_cdf(x) + x * C(K_INV_SQRT_2PI) * m_exp(C(-0.5) * x * x)))                \
  OP(geluTanh, x *m_sigmoid(GELU_TANH_INNER(x)),                                                                     \
     g *m_sigmoid(GELU_TANH_INNER(x)) * (C(1) + x * m_sigmoid(-GELU_TANH_INNER(x)) * C(2 * K_SQRT_2_OVER_PI) *       \
                                                    (C(1) + C(3 * K_GELU_CUBIC) * x * x)))                           \
  OP(silu, x *m_sigmoid(x), g *(m_sigmoid(x) * (C(1) + x * m_sigmoid(-x))))                                          \
  OP(mish, x *m_tanh_softplus(x),                                                                                    \
     g *(m_tanh_softplus(x) + x * m_sigmoid(x) * (C(1) - m_tanh_softplus(x) * m_tanh_softplus(x))))                  \
  OP(softplus, SEL(a *x > b, x, m_log1p(m_exp(a * x)) / a), SEL(a *x > b, g, g *m_sigmoid(a * x)))                   \
  OP(erf, m_erf(x), g *C(K_2_OVER_SQRT_PI) * m_exp(-x * x))

#define UNARY_OTHERS(OP)                                                                                             \
  OP(neg, -x, -g)                                                                                                    \
  OP(abs, m_abs(x), g *m_sign(x))                                                                                    \
  OP(sign, m_sign(x), C(0))                                                                                          \
  OP(log2, m_log2(x), g / (x * C(K_LN_2)))                                                                           \
  OP(log10, m_log10(x), g / (x * C(K_LN_10)))                                                                        \
  OP(sqrt, m_sqrt(x), g / (y + y))                                                                                   \
  OP(rsqrt, C(1) / m_sqrt(x), g *C(-0.5) * y * y * y)                                                                \
  OP(square, x *x, g *(x + x))                                                                                       \
  OP(reciprocal, C(1) / x, -g * y * y)                                                                               \
  OP(sin, m_sin(x), g *m_cos(x))                                                                                     \
  OP(cos, m_cos(x), -g * m_sin(x))                                                                                   \
  OP(tan, m_tan(x), g *(C(1) + y * y))                                                                               \
  OP(asin, m_asin(x), g / m_sqrt(C(1) - x * x))                                                                      \
  OP(acos, m_acos(x), -g / m_sqrt(C(1) - x * x))                                                                     \
  OP(atan, m_atan(x), g / (C(1) + x * x))                                                                            \
  OP(sinh, m_sinh(x), g *m_cosh(x))                                                                                  \
  OP(cosh, m_cosh(x), g *m_sinh(x))                                                                                  \
  OP(asinh, m_asinh(x), g / m_sqrt(x * x + C(1)))                                                                    \
  OP(acosh, m_acosh(x), g / m_sqrt(x * x - C(1)))                                                                    \
  OP(atanh, m_atanh(x), g / (C(1) - x * x))                                                                          \
  OP(relu, SEL(x <= C(0), C(0), x), SEL(y <= C(0), C(0), g))                                                         \
  OP(relu6, SEL(x <= C(0), C(0), SEL(x > C(6), C(6), x)), SEL((x <= C(0)) | (x >= C(6)), C(0), g))                   \
  OP(leakyRelu, SEL(x > C(0), x, a *x), SEL(x > C(0), g, a *g))                                                      \
  OP(softsign, x / (C(1) + m_abs(x)), g / ((C(1) + m_abs(x)) * (C(1) + m_abs(x))))                                   \
  OP(hardsigmoid, SEL(x <= C(-3), C(0), SEL(x >= C(3), C(1), x *C(1.0 / 6) + C(0.5))),                               \
     SEL((x <= C(-3)) | (x >= C(3)), C(0), g *C(1.0 / 6)))                                                           \
  OP(hardswish, x *SEL(x <= C(-3), C(0), SEL(x >= C(3), C(1), x *C(1.0 / 6) + C(0.5))),                              \
     SEL(x <= C(-3), C(0), SEL(x >= C(3), g, g *(x * C(1.0 / 3) + C(0.5)))))                                         \
  OP(erfc, m_erfc(x), g *C(-K_2_OVER_SQRT_PI) * m_exp(-x * x))                                                       \
  OP(pow, m_pow_one(x, a[0]), SEL(a == C(0), C(0), g *(a * m_pow_one(x, a[0] - 1))))                                 \
  OP(clamp, m_clamp(x, a, b), SEL((x < a) | (x > b), C(0), g))                                                       \
  OP(floor, m_floor(x), C(0))                                                                                        \
  OP(ceil, m_ceil(x), C(0))                                                                                          \
  OP(round, m_rint(x), C(0))                                                                                         \
  OP(trunc, m_trunc(x), C(0))                                                                                        \
  OP(identity, x, g)

#define UNARY_TABLE(OP) UNARY_CHAINS(OP) UNARY_OTHERS(OP)
