// Pooling over windows of planes.

#if NK_F32
#define EVERY_SECOND(a, b, first)                                                                                    \
  __builtin_shufflevector(a, b, first, first + 2, first + 4, first + 6, first + 8, first + 10, first + 12,           \
                          first + 14, first + 16, first + 18, first + 20, first + 22, first + 24, first + 26,        \
                          first + 28, first + 30)
#define IN_TURN(a, b, first)                                                                                         \
  __builtin_shufflevector(a, b, first, first + 16, first + 1, first + 17, first + 2, first + 18, first + 3,          \
                          first + 19, first + 4, first + 20, first + 5, first + 21, first + 6, first + 22,           \
                          first + 7, first + 23)
#else
#define EVERY_SECOND(a, b, first)                                                                                    \
  __builtin_shufflevector(a, b, first, first + 2, first + 4, first + 6, first + 8, first + 10, first + 12, first + 14)
#define IN_TURN(a, b, first)                                                                                         \
  __builtin_shufflevector(a, b, first, first + 8, first + 1, first + 9, first + 2, first + 10, first + 3, first + 11)
#endif
typedef int64_t FN(places) __attribute__((ext_vector_type(W)));

/// Whether all windows are of two by two, side by side, and no element is left over.
static int FN(is_halving)(const NKPooling *s) {
  return s->kernel_height == 2 && s->kernel_width == 2 && s->stride_height == 2 && s->stride_width == 2 &&
         s->padding_height == 0 && s->padding_width == 0 && s->height % 2 == 0 && s->width % 2 == 0 &&
         s->width < 1 << 28;
}

/// 2·n elements, those in even places and those in odd ones.
NK_INLINE void FN(load_pairs)(const T *x, ptrdiff_t n, V *even, V *odd) {
  const V low = 2 * n < W ? FN(load_part)(x, 2 * n) : FN(load)(x);
  const V high = n == W ? FN(load)(x + W) : 2 * n > W ? FN(load_part)(x + W, 2 * n - W) : C(0);
  *even = EVERY_SECOND(low, high, 0);
  *odd = EVERY_SECOND(low, high, 1);
}

NK_INLINE void FN(store_pairs)(T *x, ptrdiff_t n, V even, V odd) {
  const V low = IN_TURN(even, odd, 0), high = IN_TURN(even, odd, W / 2);
  if (n == W) {
    FN(store)(x, low);
    FN(store)(x + W, high);
  } else if (2 * n > W) {
    FN(store)(x, low);
    FN(store_part)(x + W, high, 2 * n - W);
  } else {
    FN(store_part)(x, low, 2 * n);
  }
}

/// Where the windows of a line begin, one after the other.
NK_INLINE I FN(each_second)(void) {
#if NK_F32
  return (I){0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30};
#else
  return (I){0, 2, 4, 6, 8, 10, 12, 14};
#endif
}

static void FN(max_pool_halves)(const NKPooling *s, const T *x, T *y, int64_t *index) {
  const ptrdiff_t oh = s->height / 2, ow = s->width / 2, width = s->width;
  for (ptrdiff_t p = 0; p < s->planes; p++, x += s->height * width) {
    for (ptrdiff_t i = 0; i < oh; i++, y += ow, index += ow) {
      for (ptrdiff_t j = 0; j < ow; j += W) {
        const ptrdiff_t n = ow - j < W ? ow - j : W, corner = 2 * (i * width + j);
        V v[4];
        FN(load_pairs)(x + corner, n, &v[0], &v[1]);
        FN(load_pairs)(x + corner + width, n, &v[2], &v[3]);
        V best = v[0];
        I at = (I)(0);
        for (int k = 1; k < 4; k++) {
          const I is_greater = (v[k] > best) | (v[k] != v[k]);
          best = SEL(is_greater, v[k], best);
          at = is_greater ? (I)(k % 2 + k / 2 * (int)width) : at;
        }
        const FN(places) places = __builtin_convertvector(at + FN(each_second)(), FN(places)) + corner;
        if (n == W) {
          FN(store)(y + j, best);
          memcpy(index + j, &places, sizeof places);
        } else {
          FN(store_part)(y + j, best, n);
          memcpy(index + j, &places, (size_t)n * sizeof(int64_t));
        }
      }
    }
  }
}

static void FN(max_pool_halves_backward)(const NKPooling *s, const T *dy, const int64_t *index, T *dx) {
  const ptrdiff_t oh = s->height / 2, ow = s->width / 2, width = s->width;
  for (ptrdiff_t p = 0; p < s->planes; p++, dx += s->height * width) {
    for (ptrdiff_t i = 0; i < oh; i++, dy += ow, index += ow) {
      for (ptrdiff_t j = 0; j < ow; j += W) {
        const ptrdiff_t n = ow - j < W ? ow - j : W, corner = 2 * (i * width + j);
        FN(places) places = (FN(places))(0);
        memcpy(&places, index + j, (size_t)n * sizeof(int64_t));
        const I at = __builtin_convertvector(places - corner, I) - FN(each_second)();
        // As when it is added to 0: of −0 that makes 0.
        const V g = C(0) + (n == W ? FN(load)(dy + j) : FN(load_part)(dy + j, n));
        const I right = (I)(1), below = (I)((int)width);
        FN(store_pairs)(dx + corner, n, SEL(at == (I)(0), g, C(0)), SEL(at == right, g, C(0)));
        FN(store_pairs)(dx + corner + width, n, SEL(at == below, g, C(0)), SEL(at == below + right, g, C(0)));
      }
    }
  }
}

static void FN(max_pool2d)(const NKPooling *s, const void *px, void *py, int64_t *index) {
  const T *x = px;
  T *y = py;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  if (index && FN(is_halving)(s)) return FN(max_pool_halves)(s, x, y, index);
  for (ptrdiff_t p = 0; p < s->planes; p++, x += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        T best = -(T)INFINITY;
        ptrdiff_t at = -1;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col < 0 || col >= s->width) continue;
            const T value = x[row * s->width + col];
            if (at < 0 || value > best || value != value) {
              best = value;
              at = row * s->width + col;
            }
          }
        }
        *y++ = best;
        if (index) *index++ = at;
      }
    }
  }
}

static void FN(max_pool2d_backward)(const NKPooling *s, const void *pdy, const int64_t *index, void *pdx) {
  const T *dy = pdy;
  T *dx = pdx;
  const ptrdiff_t outputs = nk_pool2d_height(s) * nk_pool2d_width(s), inputs = s->height * s->width;
  if (FN(is_halving)(s)) return FN(max_pool_halves_backward)(s, dy, index, dx);
  memset(dx, 0, (size_t)(s->planes * inputs) * sizeof(T));
  for (ptrdiff_t p = 0; p < s->planes; p++, dx += inputs) {
    for (ptrdiff_t i = 0; i < outputs; i++, dy++, index++) {
      if (*index >= 0) dx[*index] += *dy;
    }
  }
}

static void FN(avg_pool2d)(const NKPooling *s, const void *px, void *py) {
  const T *x = px;
  T *y = py;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  const T scale = 1 / ((T)s->kernel_height * (T)s->kernel_width);
  for (ptrdiff_t p = 0; p < s->planes; p++, x += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        T sum = 0;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col >= 0 && col < s->width) sum += x[row * s->width + col];
          }
        }
        *y++ = sum * scale;
      }
    }
  }
}

static void FN(avg_pool2d_backward)(const NKPooling *s, const void *pdy, void *pdx) {
  const T *dy = pdy;
  T *dx = pdx;
  const ptrdiff_t oh = nk_pool2d_height(s), ow = nk_pool2d_width(s);
  const T scale = 1 / ((T)s->kernel_height * (T)s->kernel_width);
  memset(dx, 0, (size_t)(s->planes * s->height * s->width) * sizeof(T));
  for (ptrdiff_t p = 0; p < s->planes; p++, dx += s->height * s->width) {
    for (ptrdiff_t i = 0; i < oh; i++) {
      for (ptrdiff_t j = 0; j < ow; j++) {
        const T g = *dy++ * scale;
        for (ptrdiff_t u = 0; u < s->kernel_height; u++) {
          const ptrdiff_t row = i * s->stride_height - s->padding_height + u;
          if (row < 0 || row >= s->height) continue;
          for (ptrdiff_t v = 0; v < s->kernel_width; v++) {
            const ptrdiff_t col = j * s->stride_width - s->padding_width + v;
            if (col >= 0 && col < s->width) dx[row * s->width + col] += g;
          }
        }
      }
    }
  }
}
