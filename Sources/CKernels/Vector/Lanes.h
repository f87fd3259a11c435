// The vector of a path: 64 bytes for every path, in as many registers as the processor needs for them. Lane by lane the
// arithmetic is IEEE's, so that every path gives the same bits by construction; nothing depends on the width of registers.
//
// Before inclusion: T (the float type), FN(name), and NK_F32 as 1 or 0. Defines for both types, by FN: the vector type
// v, the integers of its lanes i, and loads and stores, whole and of a part. With NK_WIDE the vector of floats is four
// times as long, and only whole ones are loaded.

#define V FN(v)
#define I FN(i)
#if defined(NK_WIDE)
#define W 64
typedef int32_t I __attribute__((ext_vector_type(64)));
#elif NK_F32
#define W 16
typedef int32_t I __attribute__((ext_vector_type(16)));
#else
#define W 8
typedef int64_t I __attribute__((ext_vector_type(8)));
#endif
typedef T V __attribute__((ext_vector_type(W)));
typedef T FN(unaligned) __attribute__((ext_vector_type(W), aligned(sizeof(T))));

#define NK_INLINE static inline __attribute__((always_inline, unused))
/// What is worth inlining where it is fast; where each multiply-add is a call, its size would be all that comes of it.
#if defined(NK_CALLS_FMA)
#define NK_FUNCTION static __attribute__((noinline, unused))
#else
#define NK_FUNCTION NK_INLINE
#endif

NK_INLINE V FN(load)(const T *p) { return *(const FN(unaligned) *)p; }

NK_INLINE void FN(store)(T *p, V v) { *(FN(unaligned) *)p = v; }

#if !defined(NK_WIDE)
#if defined(NK_MASKED)
NK_INLINE V FN(load_part)(const T *p, ptrdiff_t n) {
#if NK_F32
  return (V)_mm512_maskz_loadu_ps((__mmask16)((1u << n) - 1), p);
#else
  return (V)_mm512_maskz_loadu_pd((__mmask8)((1u << n) - 1), p);
#endif
}

NK_INLINE void FN(store_part)(T *p, V v, ptrdiff_t n) {
#if NK_F32
  _mm512_mask_storeu_ps(p, (__mmask16)((1u << n) - 1), (__m512)v);
#else
  _mm512_mask_storeu_pd(p, (__mmask8)((1u << n) - 1), (__m512d)v);
#endif
}
#elif defined(NK_MASKED_256)
// Two halves of 32 bytes, each with the mask of its lanes.
#if NK_F32
#define HALF __m256
#define MASK(i) _mm256_cmpgt_epi32(_mm256_set1_epi32((int)n - i), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7))
#define MASKED(name) _mm256_##name##_ps
#else
#define HALF __m256d
#define MASK(i) _mm256_cmpgt_epi64(_mm256_set1_epi64x((int)n - i), _mm256_setr_epi64x(0, 1, 2, 3))
#define MASKED(name) _mm256_##name##_pd
#endif
NK_INLINE V FN(load_part)(const T *p, ptrdiff_t n) {
  union {
    HALF half[2];
    V whole;
  } u = {{MASKED(maskload)(p, MASK(0)), MASKED(maskload)(p + W / 2, MASK(W / 2))}};
  return u.whole;
}

NK_INLINE void FN(store_part)(T *p, V v, ptrdiff_t n) {
  union {
    V whole;
    HALF half[2];
  } u = {v};
  MASKED(maskstore)(p, MASK(0), u.half[0]);
  MASKED(maskstore)(p + W / 2, MASK(W / 2), u.half[1]);
}
#undef HALF
#undef MASK
#undef MASKED
#else
NK_INLINE V FN(load_part)(const T *p, ptrdiff_t n) {
  T lanes[W] = {0};
  for (ptrdiff_t k = 0; k < n; k++) lanes[k] = p[k];
  return FN(load)(lanes);
}

NK_INLINE void FN(store_part)(T *p, V v, ptrdiff_t n) {
  T lanes[W];
  FN(store)(lanes, v);
  for (ptrdiff_t k = 0; k < n; k++) p[k] = lanes[k];
}
#endif

/// The first n lanes of v, and `rest` in the others.
NK_INLINE V FN(keep_lanes)(V v, ptrdiff_t n, T rest) {
#if NK_F32
  const I index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#else
  const I index = {0, 1, 2, 3, 4, 5, 6, 7};
#endif
  return index < (I)n ? v : (V)rest;
}

/// Runs its body for each vector of n elements and once for what is left; LOAD and STORE within know which it is.
#define EACH_BLOCK(n)                                                                                                \
  _Pragma("clang loop unroll(full)") for (ptrdiff_t part_ = 0, n_ = (n), i_ = 0; part_ < 2; part_++) for (           \
      ; part_ ? i_ < n_ : i_ + W <= n_; i_ += W)
#define LOAD(p) (part_ ? FN(load_part)((p) + i_, n_ - i_) : FN(load)((p) + i_))
#define STORE(p, v) (part_ ? FN(store_part)((p) + i_, (v), n_ - i_) : FN(store)((p) + i_, (v)))

/// Of a vector, the lanes from `width` on, moved to the front.
#if NK_F32
#define UPPER(v, width)                                                                                              \
  __builtin_shufflevector(v, v, width, (width + 1) % 16, (width + 2) % 16, (width + 3) % 16,           \
                          (width + 4) % 16, (width + 5) % 16, (width + 6) % 16, (width + 7) % 16, 0, 0, 0, 0, 0, 0,  \
                          0, 0)
#else
#define UPPER(v, width)                                                                                              \
  __builtin_shufflevector(v, v, width, (width + 1) % 8, (width + 2) % 8, (width + 3) % 8, 0, 0, 0, 0)
#endif

/// Joins all lanes of v in a tree — halves, quarters, … — where `join` joins vectors a and b; the result is v[0].
#if NK_F32
#define FOLD_HALVES(v, join) FOLD_STEP(v, 8, join)
#else
#define FOLD_HALVES(v, join)
#endif
#define FOLD_STEP(v, width, join)                                                                                    \
  {                                                                                                                  \
    const V a = v, b = UPPER(v, width);                                                                              \
    v = (join);                                                                                                      \
  }
#define FOLD(v, join) FOLD_HALVES(v, join) FOLD_STEP(v, 4, join) FOLD_STEP(v, 2, join) FOLD_STEP(v, 1, join)
#endif
