// Matrix products. Each element of C is, for each block of DEPTH steps of k, one chain of fused multiply-adds in
// ascending k, from 0; the chains are added in order. Tiles, packing and threads only decide when an element is
// computed, never how.

/// Steps of k in one chain. Part of the result's definition: the same on every path.
#define DEPTH 256
/// The tile of C that stays in registers: rows, and vectors of columns.
#if defined(NK_MASKED)
#define TILE_ROWS 8
#define TILE_VECTORS 3
#elif defined(NK_MASKED_256)
#define TILE_ROWS 6
#define TILE_VECTORS 1
#else
#define TILE_ROWS 4
#define TILE_VECTORS 1
#endif
#define TILE_COLS (TILE_VECTORS * W)
/// Rows of A packed at a time: with DEPTH columns they fill part of the second cache.
#define BLOCK_ROWS (TILE_ROWS * 24)
/// Columns of B packed at a time: with DEPTH rows they fill part of the third cache.
#define BLOCK_COLS (TILE_COLS * (2304 / TILE_COLS))
/// Multiply-adds below which packing costs more than it gains.
#define WORTH_PACKING (96.0 * 96 * 96)

/// Where a tile goes, and what is done to it on the way.
typedef struct FN(Target) {
  T *c;
  ptrdiff_t ldc;
  int add;             // to what C holds
  const T *row_bias;   // one for each column of C, or NULL
  const T *column_bias;  // one for each row of C, or NULL
} FN(Target);

/// C[rows, cols] = A·B over k steps: A's element (i, l) is a[i·a_row + l·a_col], B's row l begins at b + l·b_row. With
/// `part`, the last vector has only so many columns. The sizes of the tile are constants wherever this is inlined.
NK_INLINE void FN(tile)(const int rows, const int vectors, const int masked, ptrdiff_t part, ptrdiff_t k, const T *a,
                        ptrdiff_t a_row, ptrdiff_t a_col, const T *b, ptrdiff_t b_row, const FN(Target) * to) {
  V sums[TILE_ROWS][TILE_VECTORS];
  _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) sums[i][j] = C(0);
  }
  for (ptrdiff_t l = 0; l < k; l++, a += a_col, b += b_row) {
    V of_b[TILE_VECTORS];
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) {
      of_b[j] = masked && j == vectors - 1 ? FN(load_part)(b + j * W, part) : FN(load)(b + j * W);
    }
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
      const V of_a = C(a[i * a_row]);
      _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++) sums[i][j] = FMA(of_a, of_b[j], sums[i][j]);
    }
  }
  _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
    T *c = to->c + i * to->ldc;
    _Pragma("clang loop unroll(full)") for (int j = 0; j < vectors; j++, c += W) {
      const int whole = part == W || j < vectors - 1;
      V v = sums[i][j];
      if (to->add) v = (whole ? FN(load)(c) : FN(load_part)(c, part)) + v;
      if (to->row_bias) v += whole ? FN(load)(to->row_bias + j * W) : FN(load_part)(to->row_bias + j * W, part);
      if (to->column_bias) v += C(to->column_bias[i]);
      if (whole)
        FN(store)(c, v);
      else
        FN(store_part)(c, v, part);
    }
  }
}

#define TILE_ARGUMENTS                                                                                               \
  ptrdiff_t part, ptrdiff_t k, const T *a, ptrdiff_t a_row, ptrdiff_t a_col, const T *b, ptrdiff_t b_row,            \
      const FN(Target) * to
#define TILE_FUNCTION(rows, vectors)                                                                                 \
  static void FN(tile_##rows##_##vectors)(TILE_ARGUMENTS) {                                                          \
    FN(tile)(rows, vectors, 0, part, k, a, a_row, a_col, b, b_row, to);                                              \
  }                                                                                                                  \
  static void FN(masked_tile_##rows##_##vectors)(TILE_ARGUMENTS) {                                                   \
    FN(tile)(rows, vectors, 1, part, k, a, a_row, a_col, b, b_row, to);                                              \
  }
#define EACH_TILE_ROW(X, vectors) X(1, vectors) X(2, vectors) X(3, vectors) X(4, vectors) MORE_ROWS(X, vectors)
#if TILE_ROWS == 8
#define MORE_ROWS(X, vectors) X(5, vectors) X(6, vectors) X(7, vectors) X(8, vectors)
#elif TILE_ROWS == 6
#define MORE_ROWS(X, vectors) X(5, vectors) X(6, vectors)
#else
#define MORE_ROWS(X, vectors)
#endif
#if TILE_VECTORS == 3
#define EACH_TILE(X) EACH_TILE_ROW(X, 1) EACH_TILE_ROW(X, 2) EACH_TILE_ROW(X, 3)
#else
#define EACH_TILE(X) EACH_TILE_ROW(X, 1)
#endif
EACH_TILE(TILE_FUNCTION)

typedef void (*FN(TileFunction))(TILE_ARGUMENTS);
#define TILE_ENTRY(rows, vectors) [rows - 1][vectors - 1] = FN(tile_##rows##_##vectors),
#define MASKED_TILE_ENTRY(rows, vectors) [rows - 1][vectors - 1] = FN(masked_tile_##rows##_##vectors),
static const FN(TileFunction) FN(tiles)[TILE_ROWS][TILE_VECTORS] = {EACH_TILE(TILE_ENTRY)};
static const FN(TileFunction) FN(masked_tiles)[TILE_ROWS][TILE_VECTORS] = {EACH_TILE(MASKED_TILE_ENTRY)};

#if TILE_ROWS == 8 && NK_F32
/// The lower (or upper) halves of two vectors, element by element in turn.
#define IN_TURN_LOW(x, y)                                                                                            \
  __builtin_shufflevector(x, y, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define IN_TURN_HIGH(x, y)                                                                                           \
  __builtin_shufflevector(x, y, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)

/// Transposes `lines` lines of W elements: each round takes elements of the two halves in turn.
NK_INLINE void FN(turn)(const int lines, V *v) {
  V w[16];
  for (int round = lines; round > 1; round /= 2) {
    _Pragma("clang loop unroll(full)") for (int i = 0; i < lines / 2; i++) {
      w[2 * i] = IN_TURN_LOW(v[i], v[i + lines / 2]);
      w[2 * i + 1] = IN_TURN_HIGH(v[i], v[i + lines / 2]);
    }
    _Pragma("clang loop unroll(full)") for (int i = 0; i < lines; i++) v[i] = w[i];
  }
}
#endif

/// Copies `count` lines of `length` elements — element (i, l) is x[i·line + l·step] — to panel[l·width + i], zeros to the
/// rest of the width.
static void FN(pack)(ptrdiff_t count, ptrdiff_t length, ptrdiff_t width, const T *x, ptrdiff_t line, ptrdiff_t step,
                     T *panel) {
  if (count < width) {
    for (ptrdiff_t l = 0; l < length; l++)
      for (ptrdiff_t i = count; i < width; i++) panel[l * width + i] = 0;
  }
  if (line == 1) {
    if (count == width && width % W == 0) {
      for (ptrdiff_t l = 0; l < length; l++)
        for (ptrdiff_t i = 0; i < width; i += W) FN(store)(panel + l * width + i, FN(load)(x + l * step + i));
    } else {
      for (ptrdiff_t l = 0; l < length; l++) memcpy(panel + l * width, x + l * step, (size_t)count * sizeof(T));
    }
    return;
  }
  ptrdiff_t done = 0;
#if TILE_ROWS == 8 && NK_F32
  if (step == 1 && width == 8 && count == 8) {
    for (; done + W <= length; done += W) {
      V v[8];
      for (int i = 0; i < 8; i++) v[i] = FN(load)(x + i * line + done);
      FN(turn)(8, v);
      for (int i = 0; i < 8; i++) FN(store)(panel + done * 8 + i * W, v[i]);
    }
  } else if (step == 1 && width % W == 0) {
    for (; done + W <= length; done += W) {
      for (ptrdiff_t i = 0; i < count; i += W) {
        V v[16];
        for (int r = 0; r < W; r++) v[r] = r < count - i ? FN(load)(x + (i + r) * line + done) : C(0);
        FN(turn)(16, v);
        for (int r = 0; r < W; r++) FN(store)(panel + (done + r) * width + i, v[r]);
      }
    }
    const ptrdiff_t rest = length - done;
    for (ptrdiff_t i = 0; i < count && rest > 0; i += W) {
      V v[16];
      for (int r = 0; r < W; r++) v[r] = r < count - i ? FN(load_part)(x + (i + r) * line + done, rest) : C(0);
      FN(turn)(16, v);
      for (ptrdiff_t r = 0; r < rest; r++) FN(store)(panel + (done + r) * width + i, v[r]);
    }
    return;
  }
#endif
  for (ptrdiff_t i = 0; i < count; i++)
    for (ptrdiff_t l = done; l < length; l++) panel[l * width + i] = x[i * line + l * step];
}

/// The columns of the next tile of `left`. Of one vector more than a tile it takes half: a tile of a single vector has
/// to wait for its own sums.
static ptrdiff_t FN(tile_cols)(ptrdiff_t left) {
  if (TILE_VECTORS > 1 && left > TILE_COLS && left <= TILE_COLS + W) return (TILE_VECTORS + 1) / 2 * W;
  return left < TILE_COLS ? left : TILE_COLS;
}

/// The columns of a panel of B: whole vectors.
static ptrdiff_t FN(panel_width)(ptrdiff_t cols) { return (cols + W - 1) / W * W; }

/// One block of k for rows × cols of C; A and B as in `tile`, or A in panels of TILE_ROWS rows and B in panels of
/// tile_cols columns, in whole vectors, both k long.
static void FN(block)(ptrdiff_t rows, ptrdiff_t cols, ptrdiff_t k, const T *a, ptrdiff_t a_row, ptrdiff_t a_col,
                      int a_packed, const T *b, ptrdiff_t b_row, int b_packed, const FN(Target) * whole) {
  for (ptrdiff_t j = 0, width; j < cols; j += width) {
    width = FN(tile_cols)(cols - j);
    const ptrdiff_t vectors = (width + W - 1) / W;
    const ptrdiff_t part = width - (vectors - 1) * W;
    const T *of_b = b_packed ? b + j * k : b + j;
    const ptrdiff_t of_b_row = b_packed ? FN(panel_width)(width) : b_row;
    for (ptrdiff_t i = 0; i < rows; i += TILE_ROWS) {
      const ptrdiff_t height = rows - i < TILE_ROWS ? rows - i : TILE_ROWS;
      const FN(Target) to = {.c = whole->c + i * whole->ldc + j,
                             .ldc = whole->ldc,
                             .add = whole->add,
                             .row_bias = whole->row_bias ? whole->row_bias + j : NULL,
                             .column_bias = whole->column_bias ? whole->column_bias + i : NULL};
      const FN(TileFunction) *functions =
          part < W && !b_packed ? FN(masked_tiles)[height - 1] : FN(tiles)[height - 1];
      if (a_packed)
        functions[vectors - 1](part, k, a + i * k, 1, TILE_ROWS, of_b, of_b_row, &to);
      else
        functions[vectors - 1](part, k, a + i * a_row, a_row, a_col, of_b, of_b_row, &to);
    }
  }
}

static void FN(gemm)(int transpose_a, int transpose_b, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const void *pa,
                     ptrdiff_t lda, const void *pb, ptrdiff_t ldb, void *pc, ptrdiff_t ldc, int accumulate,
                     const void *pbias, int bias_is_column, int activation, double activation_a, double activation_b) {
#if TILE_ROWS == 8 && NK_F32
  // A single column would use one lane of each vector; as a single row it uses all, and its elements are neighbours still.
  if (n == 1 && ldc == 1 && m >= W)
    return FN(gemm)(!transpose_b, !transpose_a, 1, m, k, pb, ldb, pa, lda, pc, m, accumulate, pbias, !bias_is_column,
                    activation, activation_a, activation_b);
#endif
  const T *a = pa, *b = pb, *bias = pbias;
  const ptrdiff_t a_row = transpose_a ? 1 : lda, a_col = transpose_a ? lda : 1;
  const ptrdiff_t b_row = transpose_b ? 1 : ldb, b_col = transpose_b ? ldb : 1;
  const int pack_all = (double)m * (double)n * (double)k > WORTH_PACKING && m > TILE_ROWS;
  const int pack_b = pack_all || transpose_b;
  const ptrdiff_t block_cols = n < BLOCK_COLS ? n : BLOCK_COLS, padded = (block_cols + TILE_COLS - 1) / TILE_COLS * TILE_COLS;
  const ptrdiff_t depth = k < DEPTH ? k : DEPTH;
  const ptrdiff_t block_rows = m < BLOCK_ROWS ? (m + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS : BLOCK_ROWS;
  T *packed_b = pack_b ? nk_scratch(0, (size_t)(padded * depth) * sizeof(T)) : NULL;
  T *packed_a = pack_all ? nk_scratch(1, (size_t)(block_rows * depth) * sizeof(T)) : NULL;
  if ((pack_b && !packed_b) || (pack_all && !packed_a)) return;
  for (ptrdiff_t j = 0; j < n; j += block_cols) {
    const ptrdiff_t cols = n - j < block_cols ? n - j : block_cols;
    ptrdiff_t l = 0;
    do {
      const ptrdiff_t steps = k - l < DEPTH ? k - l : DEPTH;
      const int last = l + steps >= k;
      if (pack_b) {
        for (ptrdiff_t p = 0, width; p < cols; p += width) {
          width = FN(tile_cols)(cols - p);
          FN(pack)(width, steps, FN(panel_width)(width), b + l * b_row + (j + p) * b_col, b_col, b_row,
                   packed_b + p * steps);
        }
      }
      for (ptrdiff_t i = 0; i < m; i += block_rows) {
        if (nk_interrupted()) return;
        const ptrdiff_t rows = m - i < block_rows ? m - i : block_rows;
        const T *of_a = a + i * a_row + l * a_col;
        if (pack_all) {
          for (ptrdiff_t p = 0; p < rows; p += TILE_ROWS) {
            FN(pack)(rows - p < TILE_ROWS ? rows - p : TILE_ROWS, steps, TILE_ROWS, of_a + p * a_row, a_row, a_col,
                     packed_a + p * steps);
          }
        }
        const FN(Target) to = {.c = (T *)pc + i * ldc + j,
                               .ldc = ldc,
                               .add = accumulate || l > 0,
                               .row_bias = last && bias && !bias_is_column ? bias + j : NULL,
                               .column_bias = last && bias && bias_is_column ? bias + i : NULL};
        FN(block)(rows, cols, steps, pack_all ? packed_a : of_a, a_row, a_col, pack_all,
                  pack_b ? packed_b : b + l * b_row + j, b_row, pack_b, &to);
      }
      l += steps;
    } while (l < k);
  }
  if (activation < 0) return;
  if (ldc == n) return FN(unary)((NKUnary)activation, m * n, pc, pc, activation_a, activation_b);
  for (ptrdiff_t i = 0; i < m; i++) {
    T *row = (T *)pc + i * ldc;
    FN(unary)((NKUnary)activation, n, row, row, activation_a, activation_b);
  }
}
