// SHA256_Init and its like are deprecated in favour of EVP_*, which cost far more to begin with.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <openssl/rand.h>
