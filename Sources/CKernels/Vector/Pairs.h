// Doubles with twice their precision: a value and what it lacks, by error-free sums and products (Dekker 1971, Knuth).
// What is computed so and rounded once at its end is almost always the double next to the true value.

typedef struct FN(pair) {
  V high, low;
} FN(pair);

/// x + y for |x| ≥ |y|, or x = 0.
NK_INLINE FN(pair) FN(pair_ordered_sum)(V x, V y) {
  const V sum = x + y;
  return (FN(pair)){sum, y - (sum - x)};
}

NK_INLINE FN(pair) FN(pair_sum)(V x, V y) {
  const V sum = x + y, part = sum - x;
  return (FN(pair)){sum, (x - (sum - part)) + (y - part)};
}

NK_INLINE FN(pair) FN(pair_product)(V x, V y) {
  const V product = x * y;
  return (FN(pair)){product, FMA(x, y, -product)};
}

NK_INLINE FN(pair) FN(pair_quotient)(FN(pair) x, FN(pair) y) {
  const V inverse = C(1) / y.high, q = x.high * inverse;
  return (FN(pair)){q, (FMA(-q, y.high, x.high) + FMA(-q, y.low, x.low)) * inverse};
}

NK_INLINE FN(pair) FN(pair_root)(FN(pair) x) {
  const V root = FN(v_sqrt)(x.high), rest = FMA(-root, root, x.high) + x.low;
  return (FN(pair)){root, SEL(root == C(0), C(0), rest / (root + root))};
}

/// eʳ for |r| ≤ ln 2/2: 1 + r + r²/2, of which nothing is lost, and the rest.
NK_INLINE FN(pair) FN(exp_reduced)(V r, V low) {
  const FN(pair) first = FN(pair_ordered_sum)(C(1), r), square = FN(pair_product)(r, C(0.5) * r);
  const FN(pair) whole = FN(pair_ordered_sum)(first.high, square.high);
  const V small = FMA(r * square.high, C(2) * POLYNOMIAL(r, EXP_PAIR), FMA(low, whole.high, square.low));
  return (FN(pair)){whole.high, whole.low + (first.low + small)};
}

/// e^(x + low) = 2ᵏ·(its result), for |x| ≤ 1000.
NK_INLINE FN(pair) FN(exp_pair)(V x, V low, I *k) {
  const V shifted = FMA(x, C(LOG2_E), C(MAGIC)), whole = shifted - C(MAGIC);
  *k = BITS(shifted) - BITS(C(MAGIC));
  const V high = FMA(whole, C(-LN2_HIGH), x);
  const FN(pair) r = FN(pair_sum)(high, FMA(whole, C(-LN2_LOW), low));
  return FN(exp_reduced)(r.high, r.low);
}

/// Of x + low = 2ᵏ·(1 + f), normal and positive: k, and ln(1 + f) to about 2⁻⁵⁸ of itself, or 2⁻⁷⁰ when `precise`.
NK_INLINE FN(pair) FN(log_pair)(V x, V x_low, V *exponent, const int precise) {
  REDUCE_LOG(x, k, high);
  *exponent = k;
  // Only numbers far from the ends of the range have a low part, so that 2⁻ᵏ is one.
  const V low = x_low * FROM_BITS(((I)BIAS - k_bits_) << MANTISSA);
  const FN(pair) f = FN(pair_ordered_sum)(high, SEL(x_low == C(0), C(0), low));
  FN(pair) d = FN(pair_ordered_sum)(C(2), f.high);
  d.low += f.low;
  const FN(pair) s = FN(pair_quotient)(f, d);
  FN(pair) z = FN(pair_product)(s.high, s.high);
  if (!precise) {
    const V rest = FMA(s.high * z.high, POLYNOMIAL(z.high, LOG_F64), s.low + s.low);
    return FN(pair_ordered_sum)(s.high + s.high, rest);
  }
  z.low = FMA(s.high + s.high, s.low, z.low);
  const FN(pair) third = FN(pair_ordered_sum)(C(TWO_FIFTHS_HIGH), FMA(z.high, POLYNOMIAL(z.high, LOG_PAIR), C(TWO_FIFTHS_LOW)));
  FN(pair) term = FN(pair_product)(z.high, third.high);
  term.low += FMA(z.high, third.low, FMA(z.low, third.high, C(TWO_THIRDS_LOW)));
  FN(pair) second = FN(pair_ordered_sum)(C(TWO_THIRDS_HIGH), term.high);
  second.low += term.low;
  FN(pair) cube = FN(pair_product)(s.high, z.high);
  cube.low += FMA(s.high, z.low, s.low * z.high);
  FN(pair) rest = FN(pair_product)(cube.high, second.high);
  rest.low += FMA(cube.high, second.low, cube.low * second.high);
  const FN(pair) sum = FN(pair_ordered_sum)(s.high + s.high, rest.high);
  return (FN(pair)){sum.high, sum.low + (rest.low + (s.low + s.low))};
}

/// The same with the exponent: ln(x + low) + more·ln 2.
NK_INLINE FN(pair) FN(ln_pair)(V x, V x_low, V more, const int precise) {
  V k;
  const FN(pair) part = FN(log_pair)(x, x_low, &k, precise);
  k += more;
  const FN(pair) sum = FN(pair_ordered_sum)(k * C(LN2_HIGH), part.high);
  return (FN(pair)){sum.high, sum.low + FMA(k, C(LN2_LOW), part.low)};
}
