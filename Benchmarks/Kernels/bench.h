#ifndef BENCH_H
#define BENCH_H

#include "CKernels.h"

int accuracy(int argc, char **argv);
int speed(int argc, char **argv);

#endif
