// `npm run campaign:urls [-- --short] [-- --count N]`: odd and hostile addresses, typed and in redirects. All on loopback.
import { redirects } from "./campaign-urls/redirects.ts";
import { typed } from "./campaign-urls/typed.ts";
import { close, trials } from "./lib/campaign.ts";

/** Any number will do; a finding names the address. */
const SEED = 20_261_122;
const count = trials(4_000, 100_000);

close("urls", [...(await typed(count, SEED)), ...(await redirects(Math.ceil(count / 4), SEED + 1))]);
