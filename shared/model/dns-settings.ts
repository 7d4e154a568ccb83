/** Who decides about DNS on this machine. `wsl` and `sandbox` can only be read; `unknown` is never switched. */
export const DNS_MANAGERS = [
  "windows",
  "macos",
  "network-manager",
  "systemd-resolved",
  "resolvconf",
  "openresolv",
  "plain-file",
  "wsl",
  "sandbox",
  "unknown",
] as const;

/** One of {@link DNS_MANAGERS}. */
export type DnsManager = (typeof DNS_MANAGERS)[number];

/**
 * Where the servers of one family come from. `automatic`: handed out by the network (DHCP, router advertisement, VPN).
 * `static`: somebody wrote them down here. `absent`: neither, or the family is off. Three different things: an undo
 * must bring back the same one.
 */
export type DnsOrigin = "automatic" | "static" | "absent";

/** DNS of one family on one link. */
export interface DnsFamily {
  readonly origin: DnsOrigin;
  /** What is written down here, in order, as the system keeps it; empty for `automatic` and `absent`. */
  readonly configured: readonly string[];
  /** What is really asked, in order; null when the system does not tell. */
  readonly inUse: readonly string[] | null;
}

/** Encrypted DNS on a link, as far as the system itself does it. */
export interface DnsEncryption {
  readonly kind: "dot" | "doh";
  /** `required` fails when encryption does; `preferred` falls back to plain. */
  readonly strictness: "preferred" | "required";
  /** DoH templates by server (Windows); empty for DoT. */
  readonly templates: Readonly<Record<string, string>>;
}

/** One adapter, service or interface that can have DNS servers of its own. */
export interface DnsLink {
  /** Survives renames: GUID (Windows), service id (macOS), interface index (Linux). `file` when only the file counts. */
  readonly id: string;
  /** What people call it. User data: may hold anything. Never part of a command. */
  readonly name: string;
  /** The system's interface name (eth0, en0); null where there is none. */
  readonly interfaceName: string | null;
  /** Carries a default route, so its servers matter. */
  readonly defaultRoute: boolean;
  /**
   * Which network it is attached to, so that an undo never writes one network's servers onto another: profile UUID,
   * SSID digest or router's address. Null when not known.
   */
  readonly networkKey: string | null;
  readonly v4: DnsFamily;
  readonly v6: DnsFamily;
  readonly searchDomains: readonly string[];
  /** Null when plain. */
  readonly encryption: DnsEncryption | null;
}

/** Something that beats the servers of a link: changing them may not change what is asked. */
export interface DnsOverride {
  readonly kind: "vpn" | "nrpt" | "policy" | "profile" | "browser-doh" | "global-dns" | "foreign-file";
  /** Which one, for people (interface, rule, browser); may be empty. */
  readonly detail: string;
}

/** The file of resolver settings (Linux and macOS), told apart from what it points to. */
export interface DnsFile {
  readonly path: string;
  readonly kind: "file" | "symlink" | "missing" | "other";
  /** What the link says, unresolved; null when it is no link. */
  readonly linkTarget: string | null;
  /** Permission bits, owner and group of the file itself (of the link for a link). Null when missing. */
  readonly mode: number | null;
  readonly uid: number | null;
  readonly gid: number | null;
  /** SHA-256 of what is read through it, hexadecimal; null when that cannot be read. */
  readonly sha256: string | null;
  /** The servers it names, glibc's first three; empty when it names none. */
  readonly servers: readonly string[];
}

/** Why this machine's DNS is not switched by us. */
const DNS_READ_ONLY_REASONS = ["wsl", "sandbox", "no-manager", "no-default-link", "manager-not-answering"] as const;

/** One of {@link DNS_READ_ONLY_REASONS}. */
export type DnsReadOnlyReason = (typeof DNS_READ_ONLY_REASONS)[number];

/** Everything `dns status` says. */
export interface DnsStatus {
  readonly manager: DnsManager;
  /** Null: can be switched. */
  readonly readOnly: DnsReadOnlyReason | null;
  /** Links with the default route first; loopback never. Empty when there is none. */
  readonly links: readonly DnsLink[];
  /** Servers for all links together, where the system has such a thing. */
  readonly globalServers: readonly string[];
  readonly overrides: readonly DnsOverride[];
  /** Null on systems without such a file. */
  readonly file: DnsFile | null;
}

/**
 * Settings by name, as a back end reads and writes them: the unit of compare-and-set. Null means absent, "" means
 * there but empty: two different things. Only the back end that made the names understands them.
 */
export type DnsSettings = Readonly<Record<string, string | null>>;

/** What stood there before a change: JSON-safe, goes into the journal. */
export interface DnsSnapshot {
  readonly manager: DnsManager;
  readonly linkId: string;
  /** For people only. */
  readonly linkName: string;
  readonly networkKey: string | null;
  readonly v4: DnsFamily;
  readonly v6: DnsFamily;
  /** Exactly what a restore writes back. */
  readonly settings: DnsSettings;
  /** What else the back end needs later (interface name, profile id); never secret. */
  readonly native: Readonly<Record<string, string>>;
}

/** One program that will run, shown to the person before anything happens. */
export interface DnsCommand {
  readonly argv: readonly string[];
  /** Runs with administrator's rights. */
  readonly elevated: boolean;
  readonly purpose: "guard" | "switch" | "keep" | "restore" | "flush";
}

/** What a switch will do: JSON-safe. */
export interface DnsPlan {
  /** The servers that will really be written, both families, in order. */
  readonly servers: readonly string[];
  /** Settings once the switch ran, for exactly the names that change then; the rest of the snapshot stays. */
  readonly settings: DnsSettings;
  /** Settings that are written only when the person keeps the change; empty where keeping writes nothing more. */
  readonly kept: DnsSettings;
  readonly commands: readonly DnsCommand[];
  readonly needsAdmin: boolean;
  /** What heals an unconfirmed change after a power cut. */
  readonly afterPowerCut: "volatile" | "boot-restore" | "next-start";
  /** How long a confirmed change lasts. */
  readonly lasts: "permanent" | "until-restart";
  /** Objects that will exist while the change is open (files, checkpoints, units). */
  readonly objects: readonly string[];
}

/** Name sets a person can choose by name; both families always together. Sources: the operators' own pages. */
export const KNOWN_DNS_SERVERS = {
  cloudflare: ["1.1.1.1", "2606:4700:4700::1111", "1.0.0.1", "2606:4700:4700::1001"],
  google: ["8.8.8.8", "2001:4860:4860::8888", "8.8.4.4", "2001:4860:4860::8844"],
  quad9: ["9.9.9.9", "2620:fe::fe", "149.112.112.112", "2620:fe::9"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
