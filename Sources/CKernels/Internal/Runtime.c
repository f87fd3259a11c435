#include <stdatomic.h>

#include "Table.h"

static _Atomic int interrupt_flag;
static _Atomic int thread_count = 1;
static _Atomic(const NKPathTable *) current = &nk_baseline_table;

int nk_path_count(void) { return 1; }
const char *nk_path_name(int path) { return path == 0 ? nk_baseline_table.name : NULL; }
int nk_path(void) { return 0; }
int nk_set_path(int path) { return path == 0; }
int nk_threads(void) { return thread_count; }
void nk_set_threads(int count) { thread_count = count < 1 ? 1 : count > 256 ? 256 : count; }
void nk_interrupt(int raised) { interrupt_flag = raised != 0; }
int nk_interrupted(void) { return interrupt_flag; }

const NKPathTable *nk_current_table(void) { return current; }
