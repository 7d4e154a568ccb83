import { join } from "node:path";

/** What decides where the data lies. */
export interface DataPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
}

/**
 * The one folder of the window and the terminal (settings, history, journal, logs). `GOODGATEWAY_HOME` moves it;
 * else it lies where the system keeps such things: %APPDATA%, Application Support, or the XDG base directory (a
 * relative XDG_CONFIG_HOME is invalid and ignored: XDG Base Directory Specification 0.8). Not created here.
 */
export function dataFolder({ platform, env, home }: DataPlace): string {
  const moved = env["GOODGATEWAY_HOME"] ?? "";
  if (moved !== "") return moved;
  if (platform === "win32") return join(filled(env["APPDATA"]) ?? join(home, "AppData", "Roaming"), "GoodGateway");
  if (platform === "darwin") return join(home, "Library", "Application Support", "GoodGateway");
  const xdg = filled(env["XDG_CONFIG_HOME"]);
  return join(xdg?.startsWith("/") === true ? xdg : join(home, ".config"), "goodgateway");
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
