// The names and counts of the enumerations, from the lists of the header.

#include "../Internal/Table.h"

#define NAME(name, ...) #name,
#define NAMED(function, type, list)                                                                                  \
  static const char *const function##_names[] = {list(NAME)};                                                        \
  int nk_##function##_count(void) { return (int)(sizeof(function##_names) / sizeof(function##_names[0])); }          \
  const char *nk_##function##_name(type op) {                                                                        \
    return (unsigned)op < (unsigned)nk_##function##_count() ? function##_names[op] : NULL;                           \
  }

NAMED(unary, NKUnary, NK_UNARY_OPS)
NAMED(binary, NKBinary, NK_BINARY_OPS)
NAMED(compare, NKCompare, NK_COMPARE_OPS)
NAMED(reduce, NKReduce, NK_REDUCE_OPS)
NAMED(loss, NKLoss, NK_LOSS_OPS)

int nk_unary_needs(NKUnary op) {
#define NEEDS(name, needs) needs,
  static const int needs[] = {NK_UNARY_OPS(NEEDS)};
#undef NEEDS
  return (unsigned)op < (unsigned)nk_unary_count() ? needs[op] : NKNeedsNothing;
}

#define KERNEL_NAME(result, name, parameters) #name,
static const char *const kernel_names[] = {NK_FLOAT_KERNELS(KERNEL_NAME)};
int nk_kernel_count(void) { return (int)(sizeof(kernel_names) / sizeof(kernel_names[0])); }
const char *nk_kernel_name(int kernel) {
  return (unsigned)kernel < (unsigned)nk_kernel_count() ? kernel_names[kernel] : NULL;
}
