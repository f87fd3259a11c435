#ifndef NK_RUNTIME_H
#define NK_RUNTIME_H

#include "Table.h"

/// Does `body` for parts begin..<end that cover 0..<count, on several threads where `count` · `cost` (nanoseconds for
/// each, roughly) is worth it. Parts begin at multiples of `grain`. Between parts the interrupt flag is looked at.
void nk_parallel(ptrdiff_t count, ptrdiff_t grain, double cost,
                 void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), void *context);

#endif
