/*
 * A disk that remembers and obeys. Preloaded into a program, it writes down in order what the program does to the files
 * under DISK_ROOT (to DISK_LOG, read by log.ts) and lets their disk be full, refuse, fail or be slow (DISK_ORDERS, four
 * numbers that orders.ts sets). One lock around each call and its line: the order of the log is the order of effects.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, CLOSE, RENAME, UNLINK, MKDIR, RMDIR, LINK, SHARED };

/* Bytes of growth that are left (-1: any); the next sync to fail (1 is the next, 0 none); microseconds a sync takes;
   the error that opening to write and writing meet (0: none). */
struct orders { int64_t room, failing, slowness, refusal; };
struct line { uint32_t kind; int32_t file; int64_t at; uint32_t name, bytes; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile struct orders *orders;
static const char *root;
static size_t root_length;
static int log_file = -1;
#define FILES 65536
static char ours[FILES]; /* 1: a file, 2: a folder */

__attribute__((constructor)) static void begin(void) {
  root = getenv("DISK_ROOT");
  if (!root) return;
  root_length = strlen(root);
  if (getenv("DISK_LOG")) log_file = syscall(SYS_openat, AT_FDCWD, getenv("DISK_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (getenv("DISK_ORDERS")) {
    int file = syscall(SYS_openat, AT_FDCWD, getenv("DISK_ORDERS"), O_RDWR | O_CLOEXEC);
    void *place = mmap(NULL, sizeof(struct orders), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (place == MAP_FAILED) _exit(99);
    orders = place;
  }
}

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }
static int under(const char *path) { return root && path && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0); }
static int known(int file) { return file >= 0 && file < FILES ? ours[file] : 0; }

static void put(const void *bytes, size_t count) {
  for (const char *at = bytes; count > 0;) {
    ssize_t done = syscall(SYS_write, log_file, at, count);
    if (done <= 0) _exit(98); /* a log with a hole would prove anything */
    at += done, count -= done;
  }
}

static void note(uint32_t kind, int file, int64_t at, const char *name, const void *bytes, size_t count) {
  if (log_file < 0) return;
  struct line line = {kind, file, at, name ? strlen(name) : 0, count};
  put(&line, sizeof line);
  if (name) put(name, line.name);
  if (count) put(bytes, count);
}

static int refused(void) {
  if (!orders || !orders->refusal) return 0;
  errno = orders->refusal;
  return 1;
}

/* ── names ── */

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  pthread_mutex_lock(&lock);
  struct stat before;
  int is_ours = under(path), was_there = is_ours && stat(path, &before) == 0, file = -1;
  if (is_ours && (flags & O_ACCMODE) != O_RDONLY && refused()) goto end;
  file = syscall(SYS_openat, folder, path, flags, mode);
  if (file >= 0 && file < FILES) {
    struct stat now;
    ours[file] = is_ours ? (fstat(file, &now) == 0 && S_ISDIR(now.st_mode) ? 2 : 1) : 0;
    if (is_ours) {
      note(OPEN, file, !was_there, path, NULL, 0);
      if (was_there && (flags & O_TRUNC)) note(TRUNCATE, file, 0, NULL, NULL, 0);
    }
  }
end:;
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return file;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }

int close(int file) {
  pthread_mutex_lock(&lock);
  if (known(file)) note(CLOSE, file, 0, NULL, NULL, 0), ours[file] = 0;
  int result = syscall(SYS_close, file), error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}

#define NAMED(is_ours, call, kind, first, second, length) \
  pthread_mutex_lock(&lock); \
  int result = call, error = errno; \
  if (result == 0 && (is_ours)) note(kind, -1, 0, first, second, length); \
  pthread_mutex_unlock(&lock); \
  errno = error; \
  return result;

int rename(const char *from, const char *to) { NAMED(under(from) || under(to), REAL(rename)(from, to), RENAME, from, to, strlen(to)) }
int link(const char *from, const char *to) { NAMED(under(to), REAL(link)(from, to), LINK, from, to, strlen(to)) }
int mkdir(const char *path, mode_t mode) { NAMED(under(path), REAL(mkdir)(path, mode), MKDIR, path, NULL, 0) }
int rmdir(const char *path) { NAMED(under(path), REAL(rmdir)(path), RMDIR, path, NULL, 0) }
int unlink(const char *path) {
  struct stat before;
  int64_t freed = under(path) && stat(path, &before) == 0 ? before.st_size : 0;
  if (orders && orders->room >= 0) orders->room += freed;
  NAMED(under(path), REAL(unlink)(path), UNLINK, path, NULL, 0)
}

/* ── contents ── */

static ssize_t write_at(int file, const void *bytes, size_t count, off_t at, int moves) {
  if (!known(file)) return moves ? syscall(SYS_write, file, bytes, count) : syscall(SYS_pwrite64, file, bytes, count, at);
  pthread_mutex_lock(&lock);
  ssize_t done = -1;
  struct stat before = {0};
  fstat(file, &before);
  if (moves) at = fcntl(file, F_GETFL) & O_APPEND ? before.st_size : lseek(file, 0, SEEK_CUR);
  if (refused()) goto end;
  if (orders && orders->room >= 0) {
    int64_t growth = at + (int64_t)count - before.st_size;
    if (growth > orders->room) {
      int64_t fits = (int64_t)count - (growth - orders->room);
      if (fits <= 0) { errno = ENOSPC; goto end; }
      count = fits, growth = orders->room;
    }
    if (growth > 0) orders->room -= growth;
  }
  done = moves ? syscall(SYS_write, file, bytes, count) : syscall(SYS_pwrite64, file, bytes, count, at);
  if (done > 0) note(WRITE, file, at, NULL, bytes, done);
end:;
  int error = errno;
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

ssize_t write(int file, const void *bytes, size_t count) { return write_at(file, bytes, count, 0, 1); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return write_at(file, bytes, count, at, 0); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) { return write_at(file, bytes, count, at, 0); }

static ssize_t pieces(int file, const struct iovec *list, int length, off_t at, int moves) {
  ssize_t total = 0;
  for (int index = 0; index < length; index++) {
    ssize_t done = write_at(file, list[index].iov_base, list[index].iov_len, at + total, moves);
    if (done < 0) return total > 0 ? total : done;
    total += done;
    if ((size_t)done < list[index].iov_len) break;
  }
  return total;
}
ssize_t writev(int file, const struct iovec *list, int length) {
  return known(file) ? pieces(file, list, length, 0, 1) : syscall(SYS_writev, file, list, length);
}
ssize_t pwritev(int file, const struct iovec *list, int length, off_t at) {
  return known(file) ? pieces(file, list, length, at, 0) : REAL(pwritev)(file, list, length, at);
}
ssize_t pwritev64(int file, const struct iovec *list, int length, off_t at) { return pwritev(file, list, length, at); }

int ftruncate(int file, off_t length) {
  pthread_mutex_lock(&lock);
  struct stat before = {0};
  if (known(file)) fstat(file, &before);
  int result = syscall(SYS_ftruncate, file, length), error = errno;
  if (result == 0 && known(file)) {
    if (orders && orders->room >= 0 && before.st_size > length) orders->room += before.st_size - length;
    note(TRUNCATE, file, length, NULL, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return result;
}
int ftruncate64(int file, off_t length) { return ftruncate(file, length); }

/* Never really: who looks at the log decides what was on the disk, and whole runs take a tenth of the time. */
static int sync_file(int file) {
  if (!known(file)) return syscall(SYS_fsync, file);
  if (orders && orders->slowness > 0) usleep(orders->slowness);
  pthread_mutex_lock(&lock);
  int fails = orders && orders->failing > 0 && --orders->failing == 0;
  if (!fails) note(SYNC, file, ours[file] == 2, NULL, NULL, 0);
  pthread_mutex_unlock(&lock);
  if (fails) errno = EIO;
  return fails ? -1 : 0;
}
int fsync(int file) { return sync_file(file); }
int fdatasync(int file) { return sync_file(file); }

/* What is written through memory is not seen here: that it is, is. */
static void *map(void *place, size_t length, int rights, int flags, int file, off_t at) {
  if (known(file) && (flags & MAP_SHARED) && (rights & PROT_WRITE)) {
    pthread_mutex_lock(&lock);
    note(SHARED, file, at, NULL, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  return (void *)syscall(SYS_mmap, place, length, rights, flags, file, at);
}
void *mmap64(void *place, size_t length, int rights, int flags, int file, off_t at) { return map(place, length, rights, flags, file, at); }
void *mmap(void *place, size_t length, int rights, int flags, int file, off_t at) { return map(place, length, rights, flags, file, at); }
