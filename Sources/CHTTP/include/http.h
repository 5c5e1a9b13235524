#pragma once

#include <stddef.h>

/// Takes bytes of an answer; another number than `size * count` ends the transfer.
typedef size_t (*http_take)(char *bytes, size_t size, size_t count, void *context);

/// What `http_request` returns if there is no libcurl on this computer.
#define HTTP_NO_LIBRARY (-1)
/// The room that a message needs.
#define HTTP_MESSAGE_SIZE 256

/// Numbers of libcurl's errors that are told apart (curl/curl.h).
enum {
  HTTP_STOPPED_TAKING = 23,
  HTTP_TIMED_OUT = 28,
  HTTP_TOO_MANY_REDIRECTS = 47,
  HTTP_UNTRUSTED = 60,
  HTTP_NO_CERTIFICATES = 77,
};

/// Sends a GET, or a POST of JSON if there is a body, by libcurl, which is loaded at the first call only: programs
/// that never ask a server do not wait for it.
///
/// `certificates` is a file or folder of those that are trusted, NULL for the system's; with `is_unchecked` any
/// certificate will do. An answer that comes to a stand for `standstill` seconds is given up, and any after
/// `patience` seconds.
///
/// Returns 0, `HTTP_NO_LIBRARY`, or libcurl's own number of an error with its words in `message`.
int http_request(const char *url, const char *body, const char *authorization, const char *certificates,
                 int is_unchecked, long standstill, long patience, http_take take, void *context, long *status,
                 char *message);
