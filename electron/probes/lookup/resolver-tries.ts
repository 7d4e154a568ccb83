/**
 * Lets this process's own look-ups ask each DNS server once instead of twice (glibc's RES_OPTIONS; elsewhere it means
 * nothing). A look-up cannot be cancelled and holds the process back when it ends: with a dead server it would be ten
 * seconds, of which the second five tell nothing new. Whoever set the variable keeps their wish. Call it before the
 * first look-up.
 */
export function askOncePerServer(env: Record<string, string | undefined>): void {
  env["RES_OPTIONS"] ??= "attempts:1";
}
