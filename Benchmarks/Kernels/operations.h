#ifndef OPERATIONS_H
#define OPERATIONS_H

#include <stddef.h>

/// What an operation reads and writes: three arrays of at least `size` elements (size² for products).
typedef struct Arrays {
  const float *x, *y;
  float *z;
} Arrays;

/// An operation that is measured, and whose output is compared: `outputs` is how many elements of z it leaves.
typedef struct Operation {
  const char *name;
  void (*run)(int parameter, ptrdiff_t size, const Arrays *arrays);
  int parameter;
  ptrdiff_t (*outputs)(ptrdiff_t size);
  int is_product;
} Operation;

/// Every operation; `count` tells how many.
const Operation *operations(int *count);

#endif
