#include "http.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>

// The part of libcurl's binary interface that is used; its numbers never change (curl/curl.h).
typedef int (*setopt_function)(void *handle, int option, ...);
typedef int (*getinfo_function)(void *handle, int info, ...);
struct list;

enum {
  OPTION_TIMEOUT = 13,
  OPTION_LOW_SPEED_LIMIT = 19,
  OPTION_LOW_SPEED_TIME = 20,
  OPTION_FOLLOW = 52,
  OPTION_CHECK_CERTIFICATE = 64,
  OPTION_MOST_REDIRECTS = 68,
  OPTION_CONNECT_TIMEOUT = 78,
  OPTION_CHECK_HOST = 81,
  OPTION_NO_SIGNAL = 99,
  OPTION_REDIRECT_POST = 161,
  OPTION_PROTOCOLS = 181,
  OPTION_REDIRECT_PROTOCOLS = 182,
  OPTION_CONTEXT = 10001,
  OPTION_URL = 10002,
  OPTION_MESSAGE = 10010,
  OPTION_BODY = 10015,
  OPTION_HEADERS = 10023,
  OPTION_CERTIFICATE_FILE = 10065,
  OPTION_CERTIFICATE_FOLDER = 10097,
  OPTION_ENCODINGS = 10102,
  OPTION_TAKE = 20011,
  INFO_STATUS = 0x200002,
  PROTOCOL_HTTP = 1,
  PROTOCOL_HTTPS = 2,
  REDIRECT_POST_ALWAYS = 7,
  GLOBAL_ALL = 3,
};

static struct {
  void *(*create)(void);
  setopt_function set;
  int (*perform)(void *);
  getinfo_function get;
  void (*destroy)(void *);
  struct list *(*append)(struct list *, const char *);
  void (*destroy_list)(struct list *);
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_loaded = 0;

static void load(void) {
  static const char *const names[] = {
    "libcurl.so.4", "libcurl-gnutls.so.4", "/usr/lib/libcurl.4.dylib", "libcurl.4.dylib",
  };
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof names[0] && library == NULL; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  int (*start)(long) = (int (*)(long))dlsym(library, "curl_global_init");
  curl.create = (void *(*)(void))dlsym(library, "curl_easy_init");
  curl.set = (setopt_function)dlsym(library, "curl_easy_setopt");
  curl.perform = (int (*)(void *))dlsym(library, "curl_easy_perform");
  curl.get = (getinfo_function)dlsym(library, "curl_easy_getinfo");
  curl.destroy = (void (*)(void *))dlsym(library, "curl_easy_cleanup");
  curl.append = (struct list * (*)(struct list *, const char *)) dlsym(library, "curl_slist_append");
  curl.destroy_list = (void (*)(struct list *))dlsym(library, "curl_slist_free_all");
  is_loaded = start && curl.create && curl.set && curl.perform && curl.get && curl.destroy && curl.append &&
              curl.destroy_list && start(GLOBAL_ALL) == 0;
}

static void trust(void *handle, const char *certificates, int is_unchecked) {
  if (is_unchecked) {
    curl.set(handle, OPTION_CHECK_CERTIFICATE, 0L);
    curl.set(handle, OPTION_CHECK_HOST, 0L);
  } else if (certificates) {
    struct stat kind;
    int is_folder = stat(certificates, &kind) == 0 && S_ISDIR(kind.st_mode);
    curl.set(handle, is_folder ? OPTION_CERTIFICATE_FOLDER : OPTION_CERTIFICATE_FILE, certificates);
  }
}

int http_request(const char *url, const char *body, const char *authorization, const char *certificates,
                 int is_unchecked, long standstill, long patience, http_take take, void *context, long *status,
                 char *message) {
  message[0] = '\0';
  *status = 0;
  pthread_once(&once, load);
  if (!is_loaded) return HTTP_NO_LIBRARY;
  void *handle = curl.create();
  if (handle == NULL) return HTTP_NO_LIBRARY;
  struct list *headers = curl.append(NULL, "Accept: application/json");
  if (body) headers = curl.append(headers, "Content-Type: application/json");
  if (authorization) headers = curl.append(headers, authorization);
  curl.set(handle, OPTION_URL, url);
  curl.set(handle, OPTION_HEADERS, headers);
  curl.set(handle, OPTION_MESSAGE, message);
  curl.set(handle, OPTION_TAKE, take);
  curl.set(handle, OPTION_CONTEXT, context);
  curl.set(handle, OPTION_ENCODINGS, "");
  curl.set(handle, OPTION_NO_SIGNAL, 1L);
  curl.set(handle, OPTION_FOLLOW, 1L);
  curl.set(handle, OPTION_MOST_REDIRECTS, 4L);
  // From http to https a question stays the question that it was.
  curl.set(handle, OPTION_REDIRECT_POST, (long)REDIRECT_POST_ALWAYS);
  curl.set(handle, OPTION_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS));
  curl.set(handle, OPTION_REDIRECT_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS));
  curl.set(handle, OPTION_CONNECT_TIMEOUT, 15L);
  // An answer that drips has come to a stand as well as one that does not come.
  curl.set(handle, OPTION_LOW_SPEED_LIMIT, 512L);
  curl.set(handle, OPTION_LOW_SPEED_TIME, standstill);
  curl.set(handle, OPTION_TIMEOUT, patience);
  trust(handle, certificates, is_unchecked);
  if (body) curl.set(handle, OPTION_BODY, body);
  int result = curl.perform(handle);
  curl.get(handle, INFO_STATUS, status);
  curl.destroy(handle);
  curl.destroy_list(headers);
  return result;
}
