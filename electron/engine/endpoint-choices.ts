import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { PublicResolver, References } from "../../shared/model/references.ts";
import type { EndpointChoices, EndpointRow } from "../../shared/model/settings.ts";
import { parseReferences, type ReferencesFault } from "./references.ts";

type Endpoint = Pick<EndpointRow, "key" | "kind" | "owner" | "builtIn" | "replaceable">;

/** Every outside endpoint of the list, each once, with a key that stays the same as long as the endpoint does. */
export function endpointsOf(references: References): readonly Endpoint[] {
  const { publicResolvers, connectivityChecks, egress, dnssec, location } = references;
  const single = (kind: Endpoint["kind"], name: "stableName" | "canary" | "vantage" | "interceptProbe"): Endpoint[] => {
    const value = references[name];
    return value === null ? [] : [{ key: name, kind, owner: "", builtIn: value, replaceable: true }];
  };
  return [
    ...publicResolvers.flatMap(resolverEndpoints),
    ...connectivityChecks.map(({ url }) => plain("connectivity", `connectivity ${url}`, url)),
    ...egress.map(({ host, port }) => plain("egress", `egress ${host} ${port}`, place(host, port))),
    ...single("name", "stableName"),
    ...(dnssec === null
      ? []
      : [plain("name", "dnssec good", dnssec.good), { ...plain("name", "dnssec bad", dnssec.bad) }]),
    // Only its own operator answers in this form, so another address could not stand in for it.
    ...location.map(({ server }) => ({ ...plain("location", `location ${server}`, server), replaceable: false })),
    ...single("name", "canary"),
    ...single("vantage", "vantage"),
    ...single("silent", "interceptProbe"),
  ];
}

function plain(kind: Endpoint["kind"], key: string, builtIn: string): Endpoint {
  return { key, kind, owner: "", builtIn, replaceable: true };
}

function resolverEndpoints({ id, name, udp, dot, doh }: PublicResolver): readonly Endpoint[] {
  const one = (way: string, builtIn: string): Endpoint => ({
    ...plain("resolver", `resolver ${id} ${way} ${builtIn}`, builtIn),
    owner: name,
  });
  return [
    ...udp.map((server) => one("udp", server)),
    ...(dot === undefined ? [] : [one("dot", dot)]),
    ...(doh === undefined ? [] : [one("doh", doh)]),
  ];
}

/** `host:port`, IPv6 in brackets. */
function place(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function unplace(text: string): { readonly host: string; readonly port: number } {
  const at = text.lastIndexOf(":");
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
}

/** The list as this person wants it; a fault when a replacement is not of the right form. */
export function withChoices(references: References, choices: EndpointChoices): Result<References, ReferencesFault> {
  const off = new Set(choices.off);
  /** What to contact for an endpoint; null: nothing. */
  const chosen = (key: string, builtIn: string): string | null =>
    off.has(key) ? null : (choices.instead[key] ?? builtIn);
  const each = (keys: string, values: readonly string[]): string[] =>
    values.flatMap((value) => chosen(`${keys} ${value}`, value) ?? []);
  const { dnssec, stableName, canary, vantage, interceptProbe } = references;
  const [good, bad] =
    dnssec === null ? [null, null] : [chosen("dnssec good", dnssec.good), chosen("dnssec bad", dnssec.bad)];
  const mine = {
    ...references,
    publicResolvers: references.publicResolvers.flatMap((resolver) => {
      const udp = each(`resolver ${resolver.id} udp`, resolver.udp);
      const [dot] = each(`resolver ${resolver.id} dot`, resolver.dot === undefined ? [] : [resolver.dot]);
      const [doh] = each(`resolver ${resolver.id} doh`, resolver.doh === undefined ? [] : [resolver.doh]);
      if (udp.length === 0 && dot === undefined && doh === undefined) return [];
      return [{ id: resolver.id, name: resolver.name, udp, dot, doh }];
    }),
    connectivityChecks: references.connectivityChecks.flatMap((check) => {
      const url = chosen(`connectivity ${check.url}`, check.url);
      return url === null ? [] : [{ ...check, url }];
    }),
    egress: references.egress.flatMap(({ host, port }) => {
      const chosenPlace = chosen(`egress ${host} ${port}`, place(host, port));
      return chosenPlace === null ? [] : [unplace(chosenPlace)];
    }),
    stableName: stableName === null ? null : chosen("stableName", stableName),
    dnssec: good === null || bad === null ? null : { good, bad },
    location: references.location.filter(({ server }) => !off.has(`location ${server}`)),
    canary: canary === null ? null : chosen("canary", canary),
    vantage: vantage === null ? null : chosen("vantage", vantage),
    interceptProbe: interceptProbe === null ? null : chosen("interceptProbe", interceptProbe),
  };
  // The same schema that a references file must fit.
  const parsed = parseReferences(JSON.stringify(mine));
  return parsed.ok ? ok(parsed.value) : fail(parsed.error);
}
