// Sine and cosine, for both float types; of doubles also the tangent and the inverses.

/// x, as r + low and the quarter turns before it, for |x| ≤ LARGEST_REDUCIBLE.
NK_FUNCTION FN(reduced) FN(near_angle)(V x) {
  const V shifted = FMA(x, C(TWO_OVER_PI), C(MAGIC)), n = shifted - C(MAGIC);
  // The first difference is exact; what the product and the difference after it lose is kept, for the results are as
  // sensitive to it as to r.
  const V first = FMA(n, C(-PI_2_HIGH), x), product = n * C(-PI_2_MIDDLE), r = first + product, back = r - first;
  const V low = FMA(n, C(-PI_2_LOW), FMA(n, C(-PI_2_MIDDLE), -product)) + ((first - (r - back)) + (product - back));
  return (FN(reduced)){r, low, BITS(shifted)};
}

#define FAR_FROM_REDUCIBLE(x) ((FN(v_abs)(x) > C(LARGEST_REDUCIBLE)) & (FN(v_abs)(x) < C(INFINITY)))

#if NK_F32
#define REDUCE_ANGLE(x) FN(near_angle)(x)
#else
static __attribute__((noinline, cold, unused)) void FN(far_angle)(const T *x, T *r, T *low, int64_t *quadrant) {
  for (int l = 0; l < W; l++) {
    const T size = x[l] < 0 ? -x[l] : x[l];
    if (size > LARGEST_REDUCIBLE && size < (T)INFINITY) quadrant[l] = nk_reduce_angle(x[l], &r[l], &low[l]);
  }
}

/// The same for every x: a lane's bits never depend on its neighbours.
NK_INLINE FN(reduced) FN(reduce_angle)(V x) {
  FN(reduced) angle = FN(near_angle)(x);
  if (__builtin_expect(FN(v_any)(FAR_FROM_REDUCIBLE(x)), 0)) {
    T xs[W], rs[W], lows[W];
    int64_t quadrants[W];
    FN(store)(xs, x);
    FN(store)(rs, angle.r);
    FN(store)(lows, angle.low);
    memcpy(quadrants, &angle.times, sizeof quadrants);
    FN(far_angle)(xs, rs, lows, quadrants);
    angle.r = FN(load)(rs);
    angle.low = FN(load)(lows);
    memcpy(&angle.times, quadrants, sizeof quadrants);
  }
  return angle;
}
#define REDUCE_ANGLE(x) FN(reduce_angle)(x)
#endif

/// sin(angle + quadrants·π/2).
NK_FUNCTION V FN(v_sin_of)(FN(reduced) a, int quadrants) {
  const I quadrant = a.times + quadrants;
  const V r = a.r, low = a.low, z = r * r, half = C(0.5) * z, one = C(1) - half;
  const V sine = r + FMA(r * z, POLYNOMIAL(z, K(SIN)), low);
  const V cosine = one + FMA(z * z, POLYNOMIAL(z, K(COS)), FMA(-r, low, (C(1) - one) - half));
  const V value = SEL((quadrant & 1) != 0, cosine, sine);
  return FROM_BITS(BITS(value) ^ ((quadrant & 2) != 0 ? SIGN_BIT : (I)0));
}

#if NK_F32
/// The lanes too large to reduce here take the way of doubles.
#define CIRCULAR(name, value)                                                                                        \
  static __attribute__((noinline, cold, unused)) V FN(v_##name##_far)(V x) { return FN(v_##name##_of_double)(x); }   \
  NK_FUNCTION V FN(v_##name)(V x) {                                                                                  \
    const V near = value;                                                                                            \
    const I is_far = FAR_FROM_REDUCIBLE(x);                                                                          \
    return __builtin_expect(FN(v_any)(is_far), 0) ? SEL(is_far, FN(v_##name##_far)(x), near) : near;                 \
  }
#else
#define CIRCULAR(name, value)                                                                                        \
  NK_FUNCTION V FN(v_##name)(V x) { return value; }
#endif
CIRCULAR(sin, SEL(x == C(0), x, FN(v_sin_of)(REDUCE_ANGLE(x), 0)))
CIRCULAR(cos, FN(v_sin_of)(REDUCE_ANGLE(x), 1))

#if !NK_F32

NK_FUNCTION V FN(v_tan)(V x) {
  const FN(reduced) a = FN(reduce_angle)(x);
  const V r = a.r, low = a.low;
  const FN(pair) square = FN(pair_product)(r, r);
  const V z = square.high, half = C(0.5) * z;
  const FN(pair) sine = FN(pair_ordered_sum)(r, FMA(r * z, POLYNOMIAL(z, SIN_F64), FMA(-half, low, low))), one = FN(pair_ordered_sum)(C(1), -half);
  const V small = FMA(z * z, POLYNOMIAL(z, COS_F64), FMA(-r, low, FMA(C(-0.5), square.low, one.low)));
  const FN(pair) cosine = FN(pair_ordered_sum)(one.high, small);
  const I odd = (a.times & 1) != 0;
  const FN(pair) above = {SEL(odd, -cosine.high, sine.high), SEL(odd, -cosine.low, sine.low)};
  const FN(pair) below = {SEL(odd, sine.high, cosine.high), SEL(odd, sine.low, cosine.low)};
  const FN(pair) q = FN(pair_quotient)(above, below);
  return SEL(x == C(0), x, q.high + q.low);
}

/// The arc sine of the size of x, or where that is above ½ of √((1 − |x|)/2), from which the other follows.
NK_INLINE FN(pair) FN(arc)(V a, I large) {
  const V z = SEL(large, C(0.5) * (C(1) - a), a * a), s = SEL(large, FN(v_sqrt)(z), a);
  const V lost = SEL(large & (s > C(0)), FMA(-s, s, z) / (s + s), C(0));
  return (FN(pair)){s, FMA(s * z, POLYNOMIAL(z, ASIN_F64), lost)};
}

/// high − 2·arc with the constant's low part, or high − arc.
NK_INLINE V FN(less_arc)(V high, V low, V arc, V arc_low) {
  const FN(pair) rest = FN(pair_ordered_sum)(high, -arc);
  return rest.high + (rest.low + (low - arc_low));
}

NK_FUNCTION V FN(v_asin)(V x) {
  const V a = FN(v_abs)(x);
  const I large = a > C(0.5);
  const FN(pair) arc = FN(arc)(a, large);
  const V far = FN(less_arc)(C(HALF_PI_HIGH), C(HALF_PI_LOW), arc.high + arc.high, arc.low + arc.low);
  return FN(v_copysign)(SEL(large, far, arc.high + arc.low), x);
}

NK_FUNCTION V FN(v_acos)(V x) {
  const V a = FN(v_abs)(x);
  const I large = a > C(0.5), negative = x < C(0);
  const FN(pair) arc = FN(arc)(a, large);
  const V twice = arc.high + arc.high, twice_low = arc.low + arc.low;
  const V left = FN(less_arc)(C(PI_HIGH), C(PI_LOW), twice, twice_low);
  const V middle = FN(less_arc)(C(HALF_PI_HIGH), C(HALF_PI_LOW), FN(v_copysign)(arc.high, x),
                                SEL(negative, -arc.low, arc.low));
  return SEL(large, SEL(negative, left, twice + twice_low), middle);
}

/// The angle of (b, a), for a and b ≥ 0 neither of which is infinite nor, unless a is 0, b is 0: that of a/b, of
/// (a − b)/(a + b) beyond π/4, or of −b/a beyond π/2, whichever is within π/8.
NK_INLINE FN(pair) FN(angle_of)(V a, V b) {
  const I steep = a > C(2.41421356237309504880) * b, middle = (a > C(0.41421356237309504880) * b) & ~steep;
  const FN(pair) difference = FN(pair_sum)(a, -b), sum = FN(pair_sum)(a, b);
  const FN(pair) above = {SEL(steep, -b, SEL(middle, difference.high, a)), SEL(middle, difference.low, C(0))};
  const FN(pair) below = {SEL(steep, a, SEL(middle, sum.high, b)), SEL(middle, sum.low, C(0))};
  const FN(pair) q = FN(pair_quotient)(above, below);
  const V high = SEL(steep, C(HALF_PI_HIGH), SEL(middle, C(QUARTER_PI_HIGH), C(0)));
  const V low = SEL(steep, C(HALF_PI_LOW), SEL(middle, C(QUARTER_PI_LOW), C(0)));
  const V z = q.high * q.high, small = FMA(q.high * z, POLYNOMIAL(z, ATAN_F64), FMA(-q.low, z, q.low));
  const FN(pair) whole = FN(pair_ordered_sum)(high, q.high);
  return (FN(pair)){whole.high, whole.low + (small + low)};
}

NK_FUNCTION V FN(v_atan)(V x) {
  // From 2⁶⁰ on the angle is π/2.
  const V a = FN(v_abs)(x);
  const FN(pair) angle = FN(angle_of)(SEL(a > C(0x1p60), C(0x1p60), a), C(1));
  return FN(v_copysign)(angle.high + angle.low, x);
}

NK_FUNCTION V FN(v_atan2)(V y, V x) {
  V a = FN(v_abs)(y), b = FN(v_abs)(x);
  const I infinite = (a == C(INFINITY)) | (b == C(INFINITY));
  a = SEL(infinite, SEL(a == C(INFINITY), C(1), C(0)), a);
  b = SEL(infinite, SEL(b == C(INFINITY), C(1), C(0)), SEL((a == C(0)) & (b == C(0)), C(1), b));
  // So that neither the sum nor the inverse leaves the range.
  const V most = SEL(a < b, b, a), scale = SEL(most > C(0x1p1000), C(0x1p-200), SEL(most < C(0x1p-900), C(0x1p200), C(1)));
  const FN(pair) angle = FN(angle_of)(a * scale, b * scale);
  const FN(pair) turned = FN(pair_ordered_sum)(C(PI_HIGH), -angle.high);
  const V left = turned.high + (turned.low + (C(PI_LOW) - angle.low)), right = angle.high + angle.low;
  const V r = SEL((BITS(x) & SIGN_BIT) != 0, left, right);
  return SEL((x != x) | (y != y), C(NAN), FN(v_copysign)(r, y));
}

#endif
