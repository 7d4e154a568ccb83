import { type FollowedRedirects, followRedirects } from "../../probes/http/follow-redirects.ts";
import type { CheckContext } from "../check.ts";
import { ownAddresses } from "./own-lookup.ts";
import { proxyEndpoint } from "./proxy-endpoint.ts";
import { requestSite } from "./site-request.ts";

/** Where a chain starts. */
export interface ChainStart {
  readonly url: string;
  /** Addresses of the URL's host; not used through a proxy. */
  readonly addresses: readonly string[];
  /** A shorter limit for each request, ms; absent: the probe's own. */
  readonly limitMs?: number;
}

/** Asks for a page of the site and follows its redirects, each request counted and sent as this machine's settings say. */
export function fetchChain(context: CheckContext, { url, addresses, limitMs }: ChainStart): Promise<FollowedRedirects> {
  const proxy = proxyEndpoint(context.results, new URL(url));
  return followRedirects(
    { method: "GET", url, addresses, proxy },
    { signal: context.signal },
    {
      httpRequest: (request, { signal }) => requestSite({ ...context, signal }, request, limitMs),
      lookup: (host, signal) => ownAddresses({ ...context, signal }, host),
      proxyFor: (next) => proxyEndpoint(context.results, next),
    },
  );
}
