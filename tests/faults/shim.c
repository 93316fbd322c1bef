/* Stands between a program and its disk: writes down what reaches the disk, lets calls fail or hang.

   Preloaded into a child process; the child says when by calling the shim_ functions. Only files
   below the folder given to shim_watch are seen. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPEN = 'o', WRITE = 'w', CUT = 't', SYNC = 's', UNLINK = 'u', RENAME = 'r', NOTE = 'n' };
enum { HANDLES = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char under[PATH_MAX], hung[PATH_MAX];
static char *paths[HANDLES];
static int record = -1, hangs_wholly;
static int failing, fail_after, fail_with, fail_for_ever, failures, calls, last_call;

#define REAL(name, result, ...)                                                            \
    static result (*real)(__VA_ARGS__);                                                    \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int fd, const void *data, size_t size) {
    REAL("write", ssize_t, int, const void *, size_t);
    return real(fd, data, size);
}

static void absolute(const char *path, char *whole) {
    if (path[0] == '/') { snprintf(whole, PATH_MAX, "%s", path); return; }
    char here[PATH_MAX / 2];
    if (!getcwd(here, sizeof here)) here[0] = 0;
    snprintf(whole, PATH_MAX, "%s/%.2000s", here, path);
}

static int lies_in(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int watched(const char *path) { return lies_in(path, under); }

static const char *path_of(int fd) { return fd >= 0 && fd < HANDLES ? paths[fd] : NULL; }

static void put(char op, const char *path, uint64_t offset, const void *data, uint64_t size) {
    if (record < 0) return;
    uint64_t head[3] = {strlen(path), offset, size};
    pthread_mutex_lock(&lock);
    plain_write(record, &op, 1);
    plain_write(record, head, sizeof head);
    plain_write(record, path, head[0]);
    if (size) plain_write(record, data, size);
    pthread_mutex_unlock(&lock);
}

/* Does not return as long as this disk hangs. */
static void hang(const char *path) {
    while (lies_in(path, hung)) usleep(1000);
}

/* Nor this as long as it does not even tell what lies there. */
static void hang_wholly(const char *path) {
    char whole[PATH_MAX];
    if (!hangs_wholly) return;
    absolute(path, whole);
    hang(whole);
}

/* Whether this call is one that shall fail; sets errno. The last call of all never comes to pass. */
static int fails(char op) {
    if (__sync_add_and_fetch(&calls, 1) == last_call) kill(getpid(), SIGKILL);
    if (failing != op) return 0;
    if (fail_after > 1) { fail_after--; return 0; }
    if (!fail_for_ever) failing = 0;
    failures++;
    errno = fail_with;
    return 1;
}

void shim_hang(const char *folder, int wholly) {
    hangs_wholly = wholly;
    snprintf(hung, sizeof hung, "%s", folder);
}

void shim_watch(const char *folder) { snprintf(under, sizeof under, "%s", folder); }

void shim_record(const char *file) {
    REAL("open64", int, const char *, int, ...);
    record = real(file, O_CREAT | O_WRONLY | O_TRUNC, 0600);
}

void shim_note(uint64_t number) { put(NOTE, "", number, NULL, 0); }

void shim_fail(char op, int kth, int with, int for_ever) {
    fail_after = kth; fail_with = with; fail_for_ever = for_ever; failures = 0; failing = op;
}

int shim_stop_failing(void) { failing = 0; return failures; }

void shim_end_at(int kth) { calls = 0; last_call = kth; }

int shim_calls(void) { return calls; }

static int opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= HANDLES) return fd;
    free(paths[fd]);
    paths[fd] = NULL;
    char whole[PATH_MAX];
    absolute(path, whole);
    if (!watched(whole)) return fd;
    paths[fd] = strdup(whole);
    if (flags & O_CREAT) put(OPEN, whole, (flags & O_TRUNC) != 0, NULL, 0);
    return fd;
}

static int open_any(const char *name, const char *path, int flags, mode_t mode) {
    hang_wholly(path);
    char whole[PATH_MAX];
    absolute(path, whole);
    if (watched(whole) && fails(OPEN)) return -1;
    int (*real)(const char *, int, ...);
    *(void **)&real = dlsym(RTLD_NEXT, name);
    return opened(real(path, flags, mode), path, flags);
}

#define OPENER(name)                                                                       \
    int name(const char *path, int flags, ...) {                                           \
        va_list rest;                                                                      \
        va_start(rest, flags);                                                             \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;          \
        va_end(rest);                                                                      \
        return open_any(#name, path, flags, mode);                                         \
    }
OPENER(open)
OPENER(open64)

int openat(int folder, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (folder == AT_FDCWD || path[0] == '/') return open_any("open64", path, flags, mode);
    REAL("openat", int, int, const char *, int, ...);
    return real(folder, path, flags, mode);
}

int close(int fd) {
    REAL("close", int, int);
    if (fd >= 0 && fd < HANDLES) { free(paths[fd]); paths[fd] = NULL; }
    return real(fd);
}

#define WRITER(name, offset_type)                                                          \
    ssize_t name(int fd, const void *data, size_t size, offset_type offset) {              \
        REAL(#name, ssize_t, int, const void *, size_t, offset_type);                      \
        const char *path = path_of(fd);                                                    \
        if (path) hang(path);                                                              \
        if (path && fails(WRITE)) return -1;                                               \
        ssize_t done = real(fd, data, size, offset);                                       \
        if (path && done > 0) put(WRITE, path, (uint64_t)offset, data, (uint64_t)done);    \
        return done;                                                                       \
    }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    const char *path = path_of(fd);
    if (!path) return plain_write(fd, data, size);
    hang(path);
    if (fails(WRITE)) return -1;
    ssize_t done = plain_write(fd, data, size);
    if (done > 0) put(WRITE, path, (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), data, (uint64_t)done);
    return done;
}

#define CUTTER(name, offset_type)                                                          \
    int name(int fd, offset_type size) {                                                   \
        REAL(#name, int, int, offset_type);                                                \
        const char *path = path_of(fd);                                                    \
        if (path && fails(CUT)) return -1;                                                 \
        int result = real(fd, size);                                                       \
        if (path && !result) put(CUT, path, (uint64_t)size, NULL, 0);                      \
        return result;                                                                     \
    }
CUTTER(ftruncate, off_t)
CUTTER(ftruncate64, off64_t)

#define SYNCER(name)                                                                       \
    int name(int fd) {                                                                     \
        REAL(#name, int, int);                                                             \
        const char *path = path_of(fd);                                                    \
        if (path) hang(path);                                                              \
        if (path && fails(SYNC)) return -1;                                                \
        int result = real(fd);                                                             \
        if (path && !result) put(SYNC, path, 0, NULL, 0);                                  \
        return result;                                                                     \
    }
SYNCER(fsync)
SYNCER(fdatasync)

int unlink(const char *path) {
    REAL("unlink", int, const char *);
    hang_wholly(path);
    char whole[PATH_MAX];
    absolute(path, whole);
    if (!watched(whole)) return real(path);
    if (fails(UNLINK)) return -1;
    int result = real(path);
    if (!result) put(UNLINK, whole, 0, NULL, 0);
    return result;
}

#define TELLER(name)                                                                       \
    int name(const char *path, struct stat64 *told) {                                      \
        REAL(#name, int, const char *, struct stat64 *);                                   \
        hang_wholly(path);                                                                 \
        return real(path, told);                                                           \
    }
TELLER(stat64)
TELLER(lstat64)

int access(const char *path, int how) {
    REAL("access", int, const char *, int);
    hang_wholly(path);
    return real(path, how);
}

int rename(const char *from, const char *to) {
    REAL("rename", int, const char *, const char *);
    hang_wholly(to);
    char old[PATH_MAX], new[PATH_MAX];
    absolute(from, old);
    absolute(to, new);
    if (!watched(new)) return real(from, to);
    if (fails(RENAME)) return -1;
    int result = real(from, to);
    if (!result) put(RENAME, old, 0, new, strlen(new));
    return result;
}
