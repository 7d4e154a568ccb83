import type { Bypass, OwnerHint, OwnerWay, Propagation } from "../../../shared/model/owner.ts";

/** What to look at for a product that made the page. The first that fits counts. */
const BY_PRODUCT: readonly (readonly [vendor: RegExp, hints: readonly OwnerHint[]])[] = [
  [/cloudflare/i, ["cloudflare", "cdn-pause"]],
  [/cloudfront/i, ["cloudfront"]],
  [/fastly|akamai|keycdn|sucuri|stackpath|imperva|ddos-guard|azure front door|bunny/i, ["cdn-pause"]],
  [/php-fpm/i, ["php-fpm"]],
  [/nginx|openresty|tengine|kinsta|plesk/i, ["nginx-upstream", "php-fpm"]],
  [/apache|cpanel|litespeed/i, ["apache-proxy", "php-fpm"]],
  [/iis|http\.sys|asp\.net/i, ["iis"]],
  [/kubernetes|openshift|envoy|traefik|istio|cloud foundry/i, ["kubernetes"]],
  [/amazon|azure|google|haproxy|load balancer/i, ["load-balancer"]],
  [/wp engine|wordpress|render|heroku|railway|netlify|vercel/i, ["hosting-limits", "plugin"]],
  [/gunicorn|puma|passenger|spring|node|rails|go$|caddy|the site's own program/i, ["app-server"]],
];

/**
 * What the owner should look at, the most fitting first, each once: by what the two ways say, then by the product that
 * made the error page, then by the kind of trouble. Pure.
 */
export function hintsFor(bypass: Bypass | null, propagation: Propagation | null): readonly OwnerHint[] {
  const failing = failingWay(bypass);
  const vendor = failing?.gateway?.vendor ?? "";
  const product = BY_PRODUCT.find(([pattern]) => pattern.test(vendor))?.[1] ?? [];
  return [
    ...new Set<OwnerHint>([
      ...ofResult(bypass),
      ...(propagation?.agree === false ? ["dns-wait" as const] : []),
      ...product,
      ...ofStatus(failing),
      ...(bypass?.result === "both-fine" ? [] : (["logs"] as const)),
    ]),
  ];
}

function failingWay(bypass: Bypass | null): OwnerWay | null {
  if (bypass === null || bypass.result === "both-fine") return null;
  return bypass.result === "origin-differs" || bypass.result === "origin" ? bypass.direct : bypass.through;
}

function ofResult(bypass: Bypass | null): readonly OwnerHint[] {
  switch (bypass?.result) {
    case "gateway":
      return ["server-firewall", "cdn-pause", "timeouts"];
    case "origin-silent":
      return ["origin-running", "origin-firewall"];
    case "origin-certificate":
      return ["origin-certificate"];
    case "origin":
    case "origin-differs":
      return ["origin-running"];
    default:
      return [];
  }
}

function ofStatus(way: OwnerWay | null): readonly OwnerHint[] {
  switch (way?.exchange.status) {
    case 504:
    case 524:
      return ["timeouts", "hosting-limits"];
    case 502:
    case 520:
    case 521:
    case 522:
      return ["server-firewall", "hosting-limits", "plugin"];
    case 503:
      return ["hosting-limits", "maintenance-503"];
    case 525:
    case 526:
      return ["origin-certificate"];
    case 500:
      return ["plugin"];
    default:
      return [];
  }
}
