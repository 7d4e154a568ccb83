/**
 * Lets this process's own look-ups wait two seconds for a DNS server instead of five, and ask again once (glibc's
 * RES_OPTIONS; elsewhere it means nothing). A look-up cannot be cancelled and holds the process back when it ends, and
 * on a line that loses packets the second try is the one that tells something. An answer to the first try that comes
 * during the second still counts, so a slow server is not taken for a dead one before four seconds have passed.
 * Whoever set the variable keeps their wish. Call it before the first look-up.
 */
export function askAgainSoon(env: Record<string, string | undefined>): void {
  env["RES_OPTIONS"] ??= "timeout:2 attempts:2";
}
