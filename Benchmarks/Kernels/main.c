// kernel-bench accuracy [step] [function]   errors in units in the last place; step 1 takes every Float32
// kernel-bench speed [threads] [path]       nanoseconds a call, one line each: name size nanoseconds
// kernel-bench serve [threads]              the same on demand, as operations.py asks

#include <stdio.h>
#include <string.h>

#include "bench.h"

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "accuracy")) return accuracy(argc - 2, argv + 2);
  if (argc > 1 && !strcmp(argv[1], "speed")) return speed(argc - 2, argv + 2);
  if (argc > 1 && !strcmp(argv[1], "serve")) return serve(argc - 2, argv + 2);
  fprintf(stderr, "usage: kernel-bench accuracy [step] [function] | speed [threads] [path] | serve [threads]\n");
  return 2;
}
