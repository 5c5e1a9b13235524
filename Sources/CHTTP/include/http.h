#pragma once

#include <stddef.h>

/// Takes bytes of an answer; another number than `size * count` ends the transfer.
typedef size_t (*http_take)(char *bytes, size_t size, size_t count, void *context);

/// What `http_request` returns if there is no libcurl on this computer.
#define HTTP_NO_LIBRARY (-1)
/// The room that a message needs.
#define HTTP_MESSAGE_SIZE 256

/// Sends a GET, or a POST of JSON if there is a body, by libcurl, which is loaded at the first call only: programs
/// that never ask a server do not wait for it.
///
/// Returns 0, `HTTP_NO_LIBRARY`, or libcurl's own number of an error with its words in `message`.
int http_request(const char *url, const char *body, const char *authorization, http_take take, void *context,
                 long *status, char *message);
