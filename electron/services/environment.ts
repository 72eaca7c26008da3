/**
 * What the process of the store is started with. glibc gives every thread a heap of its own and keeps what was freed in
 * it: with the threads of backups and archives coming and going, a store that runs all day would slowly grow by a
 * hundred megabytes that nobody uses. Two heaps are enough. Other systems take no notice.
 */
export const storeEnvironment = { MALLOC_ARENA_MAX: '2' } as const;
