import type { DnsAnswer, Fault } from "../../scenarios/scenario.ts";
import { PLACES } from "../net/places.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";

type Of<Verb extends Fault["do"]> = Extract<Fault, { readonly do: Verb }>;

/** Name servers and what is between them and the client. */
export const NAME_FAULTS = {
  dns: async (kit: FaultKit, { who, names, answer, only }: Of<"dns">): Promise<Undo> => {
    const selector =
      answer.kind === "advertise"
        ? `OrRule({RegexRule("^gg-[a-z]{12}\\\\."), ${suffixes(answer.also)}})`
        : names === null
          ? "AllRule()"
          : suffixes(names);
    const rule = only === undefined ? selector : `AndRule({QTypeRule(DNSQType.${only}), ${selector}})`;
    await kit.dnsdist(who, `addAction(${rule}, ${actionFor(answer)})`);
    // The base rules come again after everything was taken away.
    return () => kit.dnsdist(who, "clearRules() base()");
  },
  "dns-dead": async (kit: FaultKit, { who }: Of<"dns-dead">): Promise<Undo> => {
    const places = who.flatMap((one) => (one === "router" ? [] : addressesOf(one)));
    const far = (letter: "I" | "D"): string =>
      places.flatMap((to) => [53, 853].flatMap((port) => portRules(letter, "INPUT", to, port))).join("\n");
    const near = (letter: "I" | "D"): string => portRules(letter, "INPUT", PLACES.router.v4, 53).join("\n");
    if (places.length > 0) await kit.inside("net", far("I"));
    if (who.includes("router")) await kit.inside("router", near("I"));
    return async () => {
      if (places.length > 0) await kit.inside("net", far("D"));
      if (who.includes("router")) await kit.inside("router", near("D"));
    };
  },
  "dns-port-blocked": async (kit: FaultKit): Promise<Undo> => {
    const rules = (letter: "I" | "D"): string =>
      ["iptables", "ip6tables"]
        .flatMap((tool) =>
          ["udp", "tcp"].flatMap((protocol) =>
            ["FORWARD", "OUTPUT"].map(
              (chain) => `${tool} -w -${letter} ${chain} -o wan -p ${protocol} --dport 53 -j DROP`,
            ),
          ),
        )
        .join("\n");
    await kit.inside("router", rules("I"));
    return async () => void (await kit.inside("router", rules("D")));
  },
  "dns-intercepted": async (kit: FaultKit): Promise<Undo> => {
    const rules = (letter: "I" | "D"): string =>
      [
        `iptables -w -t nat -${letter} PREROUTING -i wan -p udp --dport 53 -j DNAT --to-destination ${PLACES.provider.v4}:53`,
        `ip6tables -w -t nat -${letter} PREROUTING -i wan -p udp --dport 53 -j DNAT --to-destination [${PLACES.provider.v6}]:53`,
      ].join("\n");
    await kit.inside("net", rules("I"));
    return async () => void (await kit.inside("net", `${rules("D")}\nconntrack -F -p udp 2>/dev/null || true`));
  },
};

function addressesOf(who: "provider" | "public"): readonly string[] {
  return who === "provider" ? [PLACES.provider.v4, PLACES.provider.v6] : [...PLACES.publicV4, ...PLACES.publicV6];
}

function portRules(letter: "I" | "D", chain: string, to: string, port: number): readonly string[] {
  const tool = to.includes(":") ? "ip6tables" : "iptables";
  return ["udp", "tcp"].map(
    (protocol) => `${tool} -w -${letter} ${chain} -d ${to} -p ${protocol} --dport ${port} -j DROP`,
  );
}

function suffixes(names: readonly string[]): string {
  return `SuffixMatchNodeRule(suffixes({${names.map((name) => `"${name}."`).join(", ")}}))`;
}

function actionFor(answer: DnsAnswer): string {
  switch (answer.kind) {
    case "servfail":
      return "RCodeAction(DNSRCode.SERVFAIL)";
    case "refused":
      return "RCodeAction(DNSRCode.REFUSED)";
    case "nxdomain":
      return "RCodeAction(DNSRCode.NXDOMAIN)";
    case "nodata":
      return "RCodeAction(DNSRCode.NOERROR)";
    case "drop":
      return "DropAction()";
    case "truncate":
      return "TCAction()";
    case "delay":
      return `DelayAction(${answer.ms})`;
    case "spoof":
      return `SpoofAction({${answer.addresses.map((one) => `"${one}"`).join(", ")}})`;
    case "advertise":
      return `SpoofAction({"${answer.address}"})`;
  }
}
