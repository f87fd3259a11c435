// The pool: threads that wait for work a little while awake, then asleep. One job runs at a time; a job is cut in parts
// that threads take one by one, so a thread that is late holds nobody up. Parts are of outputs, and what is computed for
// an output does not depend on the part it fell in, so neither the count of threads nor their timing shows in results.

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

#include "Runtime.h"

/// Below this many nanoseconds of work a hand-over costs more than it gains.
static double worth_sharing = 20e3;
/// Nanoseconds of work in a part, at most: the interrupt flag is looked at between parts.
#define LONGEST_PART 2e6
/// How often a waiting thread looks for work before it sleeps: some tens of microseconds.
#define SPINS 2000

typedef struct Job {
  void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end);
  void *context;
  ptrdiff_t count, part;
  _Atomic ptrdiff_t next;
  /// What the owner hears, its workers hear.
  const nk_wish *wish;
} Job;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
/// Held by the caller whose job it is; others that come meanwhile compute alone.
static pthread_mutex_t owner = PTHREAD_MUTEX_INITIALIZER;
/// 0 until it is asked for or set.
static _Atomic int thread_count;
static int workers;
static int sleepers;
static Job job;
/// Counts jobs; a worker whose number is behind has work to look at.
static _Atomic unsigned generation;
/// Workers that may still be in the job.
static _Atomic int busy;
/// Of a job, how many workers may join it.
static _Atomic int places;
static pid_t home;

int nk_threads(void) {
  const int count = atomic_load_explicit(&thread_count, memory_order_relaxed);
  if (count) return count;
  nk_set_threads((int)sysconf(_SC_NPROCESSORS_ONLN));
  return atomic_load_explicit(&thread_count, memory_order_relaxed);
}

void nk_set_threads(int count) {
  atomic_store_explicit(&thread_count, count < 1 ? 1 : count > 256 ? 256 : count, memory_order_relaxed);
}

void nk_set_sharing_threshold(double nanoseconds) { worth_sharing = nanoseconds; }

static inline void pause_a_little(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void work(Job *j) {
  while (!nk_interrupted()) {
    const ptrdiff_t begin = atomic_fetch_add_explicit(&j->next, j->part, memory_order_relaxed);
    if (begin >= j->count) return;
    j->body(j->context, begin, j->count - begin < j->part ? j->count : begin + j->part);
  }
}

static void *worker(void *unused) {
  (void)unused;
  unsigned seen = 0;
  for (;;) {
    for (int spin = 0; spin < SPINS && atomic_load_explicit(&generation, memory_order_acquire) == seen; spin++)
      pause_a_little();
    if (atomic_load_explicit(&generation, memory_order_acquire) == seen) {
      pthread_mutex_lock(&lock);
      sleepers++;
      while (atomic_load_explicit(&generation, memory_order_acquire) == seen) pthread_cond_wait(&wake, &lock);
      sleepers--;
      pthread_mutex_unlock(&lock);
    }
    seen = atomic_load_explicit(&generation, memory_order_acquire);
    // Joins only while there are places: the owner closes a job by taking those left.
    int open = atomic_load(&places);
    while (open > 0 && !atomic_compare_exchange_weak(&places, &open, open - 1)) {
    }
    if (open > 0) {
      nk_hear(job.wish);
      work(&job);
      nk_hear(NULL);
      atomic_fetch_sub_explicit(&busy, 1, memory_order_release);
    }
  }
  return NULL;
}

/// Starts what is missing of `wanted` workers. Called with `owner` held.
static int have_workers(int wanted) {
  if (home != getpid()) {
    // A process that was forked has none of its parent's threads.
    home = getpid();
    workers = sleepers = 0;
    pthread_mutex_init(&lock, NULL);
    pthread_cond_init(&wake, NULL);
  }
  while (workers < wanted) {
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    const int failed = pthread_create(&thread, &attributes, worker, NULL);
    pthread_attr_destroy(&attributes);
    if (failed) break;
    workers++;
  }
  return workers < wanted ? workers : wanted;
}

/// Rounds up to a multiple of `grain`.
static ptrdiff_t rounded(double part, ptrdiff_t grain) {
  const ptrdiff_t whole = (ptrdiff_t)(part / (double)grain) + 1;
  return whole * grain;
}

double nk_sharing_threshold(void) { return worth_sharing; }

void nk_parallel(ptrdiff_t count, ptrdiff_t grain, double cost,
                 void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), void *context) {
  nk_spoil_recording();
  nk_share(count, grain, cost, body, context);
}

void nk_share(ptrdiff_t count, ptrdiff_t grain, double cost,
              void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), void *context) {
  if (count <= 0) return;
  const double total = (double)count * cost;
  const int threads = nk_threads();
  if (total < worth_sharing || count <= grain) return body(context, 0, count);
  if (threads == 1 || pthread_mutex_trylock(&owner) != 0) {
    const ptrdiff_t part = total <= LONGEST_PART ? count : rounded(LONGEST_PART / cost, grain);
    for (ptrdiff_t begin = 0; begin < count && !nk_interrupted(); begin += part)
      body(context, begin, count - begin < part ? count : begin + part);
    return;
  }
  // Four parts for each thread even out their starts; a part is no longer than the flag may wait.
  double part = (double)count / (4.0 * threads);
  if (part * cost > LONGEST_PART) part = LONGEST_PART / cost;
  if (part * cost < worth_sharing / 4) part = worth_sharing / 4 / cost;
  job.body = body;
  job.context = context;
  job.wish = nk_heard();
  job.count = count;
  job.part = rounded(part, grain);
  atomic_store_explicit(&job.next, 0, memory_order_relaxed);
  const int helpers = have_workers(threads - 1);
  atomic_store_explicit(&busy, helpers, memory_order_relaxed);
  atomic_store_explicit(&places, helpers, memory_order_release);
  pthread_mutex_lock(&lock);
  atomic_fetch_add_explicit(&generation, 1, memory_order_release);
  if (sleepers > 0) pthread_cond_broadcast(&wake);
  pthread_mutex_unlock(&lock);
  work(&job);
  // Closes the job: the places nobody took count as done.
  atomic_fetch_sub(&busy, atomic_exchange(&places, 0));
  // A worker whose processor went to somebody else needs this one's.
  for (int spin = 0; atomic_load_explicit(&busy, memory_order_acquire) > 0; spin++) {
    if (spin < SPINS)
      pause_a_little();
    else
      sched_yield();
  }
  pthread_mutex_unlock(&owner);
}
