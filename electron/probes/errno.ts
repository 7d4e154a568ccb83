/** The system's or library's name of an error (ECONNREFUSED, ERR_SSL_..., CERT_HAS_EXPIRED); `UNKNOWN` when it has none. */
export function errnoOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "UNKNOWN";
}
