import type { BrowserSummary } from "../../shared/model/browser.ts";
import { type BrowserDeps, placeOf } from "./browser-deps.ts";
import type { BrowserKind } from "./browser-kind.ts";
import { BROWSER_KINDS } from "./kinds.ts";
import { registeredPrograms } from "./windows-programs.ts";

/** A browser that is there, and where it keeps what is a person's. */
export interface InstalledBrowser extends Pick<BrowserSummary, "key" | "id" | "channel" | "form" | "name" | "program"> {
  readonly kind: BrowserKind;
  /** Comes before the browser's own arguments (`run com.google.Chrome` of flatpak); mostly empty. */
  readonly before: readonly string[];
  /** Folder of all its profiles; null when it has none yet. */
  readonly data: string | null;
  /** Folder of what it keeps of pages, by profile; null when that lies inside the profiles. */
  readonly cache: string | null;
}

/** Where distributions and makers put programs for everybody, and where a person puts their own. */
const LINUX_FOLDERS = [
  "/usr/bin",
  "/usr/local/bin",
  "/bin",
  "/run/current-system/sw/bin",
  "{home}/.local/bin",
] as const;

const FLATPAK_FOLDERS = ["/var/lib/flatpak", "{home}/.local/share/flatpak"] as const;

/** Every known browser on this computer, in the order of the table. Looks at files only (on Windows also the registry). */
export async function findBrowsers(deps: BrowserDeps, signal: AbortSignal): Promise<readonly InstalledBrowser[]> {
  const registered = deps.os === "windows" ? await registeredPrograms(deps, signal) : [];
  const found = await Promise.all(
    BROWSER_KINDS.map(async (kind) => {
      if (signal.aborted) return [];
      if (deps.os === "windows") return onWindows(deps, kind, registered);
      return deps.os === "macos" ? onMac(deps, kind) : onLinux(deps, kind);
    }),
  );
  return withoutTwins(deps, found.flat());
}

async function onWindows(
  deps: BrowserDeps,
  kind: BrowserKind,
  registered: readonly string[],
): Promise<readonly InstalledBrowser[]> {
  if (kind.windows === undefined) return [];
  const { program, folders } = kind.windows;
  const usual = folders.flatMap((folder) => placeOf(deps, `${folder}\\${program}`) ?? []);
  // Installed elsewhere: the same last folders under another root.
  const tails = folders.map((folder) => `${folder.replace(/^\{\w+\}/, "")}\\${program}`.toLowerCase());
  const elsewhere = registered.filter((path) => tails.some((tail) => path.toLowerCase().endsWith(tail)));
  const path = await firstOf([...usual, ...elsewhere], async (one) => (await deps.files.kind(one)) === "file");
  return path === null ? [] : [await installed(deps, kind, { form: "package", program: path, places: kind.windows })];
}

async function onMac(deps: BrowserDeps, kind: BrowserKind): Promise<readonly InstalledBrowser[]> {
  if (kind.macos === undefined) return [];
  const { app } = kind.macos;
  const folders = ["/Applications", `${deps.home}/Applications`];
  // Since macOS 13 Safari lies on a volume of its own, and /Applications only shows it.
  if (kind.family === "safari") folders.push("/System/Cryptexes/App/System/Applications");
  const candidates = folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${programName(kind, app)}`);
  const path = await firstOf(candidates, async (one) => (await deps.files.kind(one)) === "file");
  return path === null ? [] : [await installed(deps, kind, { form: "package", program: path, places: kind.macos })];
}

function programName(kind: BrowserKind, app: string): string {
  return kind.family === "firefox" ? "firefox" : app;
}

async function onLinux(deps: BrowserDeps, kind: BrowserKind): Promise<readonly InstalledBrowser[]> {
  const forms = await Promise.all([packageOnLinux(deps, kind), snapOnLinux(deps, kind), flatpakOnLinux(deps, kind)]);
  return forms.flatMap((one) => one ?? []);
}

async function packageOnLinux(deps: BrowserDeps, kind: BrowserKind): Promise<InstalledBrowser | null> {
  if (kind.linux === undefined) return null;
  const candidates = kind.linux.names.flatMap((name) =>
    LINUX_FOLDERS.flatMap((folder) => placeOf(deps, `${folder}/${name}`) ?? []),
  );
  const path = await firstOf(candidates, async (one) => {
    if ((await deps.files.realPath(one)) === null) return false;
    const script = (await deps.files.readText(one, 8_192)) ?? "";
    // Ubuntu's packages of some names only start the snap, and Debian's "firefox" starts the ESR: found by themselves.
    return !script.includes("/snap/bin/") && !(kind.channel === "stable" && script.includes("firefox-esr"));
  });
  return path === null ? null : installed(deps, kind, { form: "package", program: path, places: kind.linux });
}

async function snapOnLinux(deps: BrowserDeps, kind: BrowserKind): Promise<InstalledBrowser | null> {
  if (kind.snap === undefined) return null;
  const program = `/snap/bin/${kind.snap.name}`;
  if ((await deps.files.kind(program)) === "absent") return null;
  return installed(deps, kind, { form: "snap", program, places: kind.snap });
}

async function flatpakOnLinux(deps: BrowserDeps, kind: BrowserKind): Promise<InstalledBrowser | null> {
  if (kind.flatpak === undefined) return null;
  const { app } = kind.flatpak;
  const starts = FLATPAK_FOLDERS.flatMap((folder) => placeOf(deps, `${folder}/app/${app}/current`) ?? []);
  const start = await firstOf(starts, async (one) => (await deps.files.kind(one)) !== "absent");
  if (start === null) return null;
  return installed(deps, kind, {
    form: "flatpak",
    program: "/usr/bin/flatpak",
    places: kind.flatpak,
    before: ["run", app],
  });
}

interface Found {
  readonly form: InstalledBrowser["form"];
  readonly program: string;
  readonly places: { readonly data: readonly string[]; readonly cache: readonly string[] };
  readonly before?: readonly string[];
}

async function installed(deps: BrowserDeps, kind: BrowserKind, found: Found): Promise<InstalledBrowser> {
  const isFolder = async (path: string): Promise<boolean> => ["folder", "link"].includes(await deps.files.kind(path));
  const [data, cache] = await Promise.all(
    [found.places.data, found.places.cache].map((templates) =>
      firstOf(
        templates.flatMap((template) => placeOf(deps, template) ?? []),
        isFolder,
      ),
    ),
  );
  const channel = kind.channel === "stable" ? "" : `-${kind.channel}`;
  const form = found.form === "package" ? "" : `-${found.form}`;
  return {
    key: `${kind.id}${channel}${form}`,
    id: kind.id,
    channel: kind.channel,
    form: found.form,
    name: found.form === "package" ? kind.name : `${kind.name} (${found.form === "snap" ? "Snap" : "Flatpak"})`,
    program: found.program,
    kind,
    before: found.before ?? [],
    data: data ?? null,
    cache: cache ?? null,
  };
}

/** Names that are links to one program (`firefox` to `firefox-esr`) are one browser: the more exact name stays. */
async function withoutTwins(
  deps: BrowserDeps,
  browsers: readonly InstalledBrowser[],
): Promise<readonly InstalledBrowser[]> {
  const real = await Promise.all(
    browsers.map(async ({ program, before }) =>
      [(await deps.files.realPath(program)) ?? program, ...before].join("\0").toLowerCase(),
    ),
  );
  return browsers.filter((browser, index) => {
    // All snaps are links to the same starter.
    if (browser.form === "snap" || browser.channel !== "stable") return true;
    return !browsers.some((rival, other) => rival.channel !== "stable" && real[other] === real[index]);
  });
}

/** The first candidate that passes; looked at one after the other, for the order is the order of preference. */
async function firstOf(
  candidates: readonly string[],
  passes: (candidate: string) => Promise<boolean>,
): Promise<string | null> {
  const passed = await Promise.all(candidates.map(passes));
  return candidates.find((_, index) => passed[index] === true) ?? null;
}
