import type { BrowserDeps } from "./browser-deps.ts";
import { ask } from "../platform/readings/reading.ts";

/** Where browsers register themselves, for everybody, for this person, and of 32 bits. */
const REGISTERED = [
  "HKLM\\SOFTWARE\\Clients\\StartMenuInternet",
  "HKLM\\SOFTWARE\\Wow6432Node\\Clients\\StartMenuInternet",
  "HKCU\\Software\\Clients\\StartMenuInternet",
] as const;

/** Programs of browsers as the registry of Windows knows them; empty when it could not be asked. */
export async function registeredPrograms(deps: BrowserDeps, signal: AbortSignal): Promise<readonly string[]> {
  const texts = await Promise.all(
    REGISTERED.map((key) => ask(deps.run, { program: "reg", args: ["query", key, "/s"], signal }, true)),
  );
  return [...new Set(texts.flatMap((text) => (text.ok ? startCommands(text.value.stdout) : [])))];
}

/**
 * The programs in `reg query ... /s`: the one text value under each `shell\open\command`. Its name is the translated
 * word for "default", so only the key counts.
 */
export function startCommands(text: string): readonly string[] {
  const blocks = text.split(/^(?=HKEY_)/m).filter((block) => /^HKEY_.*\\shell\\open\\command\r?$/im.test(block));
  return blocks.flatMap((block) => {
    const data = /^ {4}.*? {4}REG_(?:EXPAND_)?SZ {4}(.*?)\r?$/m.exec(block)?.[1] ?? "";
    const program = /^"([^"]+)"/.exec(data)?.[1] ?? /^(.*?\.exe)\b/i.exec(data)?.[1] ?? "";
    return /^[A-Za-z]:\\/.test(program) ? [program] : [];
  });
}
