#ifndef BENCH_H
#define BENCH_H

#include "CKernels.h"

int accuracy(int argc, char **argv);
int speed(int argc, char **argv);
int serve(int argc, char **argv);

/// GFLOP/s of so many threads at once; 0 where it is not known how to measure it.
double multiply_add_peak(int threads);

#endif
