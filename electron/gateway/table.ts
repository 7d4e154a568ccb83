import type { Signature } from "./signature.ts";
import { APACHE, IIS } from "./signatures/apache-and-iis.ts";
import { OTHER_PLATFORMS, VERCEL } from "./signatures/app-platforms.ts";
import { API_GATEWAYS } from "./signatures/api-gateways.ts";
import { AWS } from "./signatures/aws.ts";
import { AZURE } from "./signatures/azure.ts";
import { BY_STATUS } from "./signatures/by-status.ts";
import { CLOUDFRONT_GOOGLE, FASTLY_AKAMAI } from "./signatures/cdns.ts";
import { CLOUDFLARE_EDGE } from "./signatures/cloudflare-edge.ts";
import { CLOUDFLARE_ORIGIN } from "./signatures/cloudflare-origin.ts";
import { BLUE_COAT, COMPANY_PROXIES } from "./signatures/corporate-proxies.ts";
import { FILTER_NOTICES } from "./signatures/filter-notices.ts";
import { FRAMEWORKS } from "./signatures/frameworks.ts";
import { HOSTED_APPS } from "./signatures/hosted-apps.ts";
import { HOSTING, STORAGE } from "./signatures/hosting.ts";
import { KONG } from "./signatures/kong.ts";
import { HAPROXY, OTHER_LOAD_BALANCERS } from "./signatures/load-balancers.ts";
import { ANTIVIRUS, LOCAL_PROXIES } from "./signatures/local-programs.ts";
import { NAMED_SERVERS } from "./signatures/named-servers.ts";
import { NGINX, NGINX_KIN } from "./signatures/nginx-family.ts";
import { PARKED } from "./signatures/parked.ts";
import { PORTALS, PROVIDERS } from "./signatures/portals-and-providers.ts";
import { PROXY_STATUS } from "./signatures/proxy-status-words.ts";
import { ENVOY, OTHER_REVERSE_PROXIES } from "./signatures/reverse-proxies.ts";
import { OTHER_CDNS } from "./signatures/shields.ts";
import { SITE_FIREWALLS } from "./signatures/site-firewalls.ts";
import { SITES } from "./signatures/sites.ts";
import { SQUID, SQUID_OF_SITE } from "./signatures/squid.ts";
import { WEB_FILTERS } from "./signatures/web-filters.ts";

/**
 * Every signature. Bands decide which of several fits wins, then the number of conditions; the order here decides only
 * between equals: nearest the visitor first.
 */
export const SIGNATURES: readonly Signature[] = [
  LOCAL_PROXIES,
  ANTIVIRUS,
  SQUID_OF_SITE,
  SQUID,
  BLUE_COAT,
  COMPANY_PROXIES,
  WEB_FILTERS,
  FILTER_NOTICES,
  PORTALS,
  PROVIDERS,
  PARKED,
  PROXY_STATUS,
  CLOUDFLARE_EDGE,
  CLOUDFLARE_ORIGIN,
  FASTLY_AKAMAI,
  CLOUDFRONT_GOOGLE,
  OTHER_CDNS,
  SITE_FIREWALLS,
  AZURE,
  VERCEL,
  HOSTED_APPS,
  OTHER_PLATFORMS,
  AWS,
  HAPROXY,
  OTHER_LOAD_BALANCERS,
  NGINX,
  NGINX_KIN,
  APACHE,
  IIS,
  ENVOY,
  KONG,
  API_GATEWAYS,
  OTHER_REVERSE_PROXIES,
  NAMED_SERVERS,
  HOSTING,
  STORAGE,
  SITES,
  FRAMEWORKS,
  BY_STATUS,
].flat();
