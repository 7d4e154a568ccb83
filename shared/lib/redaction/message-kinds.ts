import type { FieldKind } from "./field-kinds.ts";

/** What each placeholder of the engine's sentences may hold; a test holds the list against the catalogues. */
export const PLACEHOLDER_KINDS: Readonly<Record<string, FieldKind>> = {
  host: "host",
  address: "address",
  addresses: "address",
  gateway: "router-address",
  router: "router-address",
  server: "server",
  proxy: "local-server",
  name: "local-server",
  names: "host",
  place: "server",
  issuer: "issuer",
  where: "setting-place",
  path: "file-path",
  log: "file-path",
  statusText: "wire-text",
  words: "wire-text",
  vendor: "safe",
  context: "safe",
  errno: "code",
  family: "code",
  date: "code",
  status: "code",
  bytes: "code",
  count: "code",
  failed: "code",
  good: "code",
  line: "code",
  lost: "code",
  minutes: "code",
  ms: "code",
  passing: "code",
  percent: "code",
  port: "code",
  seconds: "code",
  total: "code",
  waited: "code",
};

/** Sentences in which a placeholder means something else than usual. */
const BY_SENTENCE: readonly { readonly start: string; readonly name: string; readonly kind: FieldKind }[] = [
  { start: "check.interfaces.", name: "names", kind: "adapter" },
  { start: "check.default-route.", name: "name", kind: "adapter" },
];

/** What a value of a sentence may hold. Null for a placeholder nobody declared: then it is taken out. */
export function messageValueKind(name: string, key: string): FieldKind | null {
  const special = BY_SENTENCE.find((item) => item.name === name && key.startsWith(item.start));
  if (special !== undefined) return special.kind;
  return Object.hasOwn(PLACEHOLDER_KINDS, name) ? (PLACEHOLDER_KINDS[name] ?? null) : null;
}
