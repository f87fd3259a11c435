#include "ThreadSlot.h"

_Thread_local void *nk_thread_slot_storage = 0;
