// `npm run campaign:dns [-- --short] [-- --count N]`: what damaged, hostile and forged DNS answers can do. All on loopback.
import { compression } from "./campaign-dns/compression.ts";
import { malformed } from "./campaign-dns/malformed.ts";
import { spoofed } from "./campaign-dns/spoofed.ts";
import { close, SHORT, trials } from "./lib/campaign.ts";

/** Any number will do; a finding names it. */
const SEED = 20_261_122;

close("dns", [
  ...malformed(trials(20_000, 1_000_000), SEED),
  ...compression(SHORT),
  ...(await spoofed(SHORT ? 200 : 10_000)),
]);
