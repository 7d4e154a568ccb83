import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { at } from "./paths.mjs";

const EMPTY = '<div id="root"></div>';
const HEAD_END = "</head>";
const LANG = '<html lang="en">';

/** What the build tool knows of one of its files; the names are its own. */
/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[] }} Piece */

/**
 * Writes the first screen into the built window's page, once per language (index.html, index.de.html ...), so that it is
 * seen and can be typed into before any script of it has run. Throws when a page has no place for it.
 * @param {string} out the build's folder
 */
export async function prerender(out) {
  const aside = join(out, ".prerender");
  try {
    await build({
      configFile: false,
      logLevel: "error",
      root: at("renderer"),
      plugins: [react()],
      ssr: { noExternal: true },
      build: {
        ssr: at("renderer/prerender.tsx"),
        outDir: aside,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        rolldownOptions: { output: { entryFileNames: "prerender.mjs" } },
      },
    });
    /** @type {{ LANGUAGES: readonly string[], firstScreen: (language: string) => Promise<string> }} */
    const { LANGUAGES, firstScreen } = await import(
      // Another name each time: a process that builds again would get the first build's module.
      `${pathToFileURL(join(aside, "prerender.mjs")).href}?${Date.now()}`
    );
    const folder = join(out, "renderer");
    const empty = await readFile(join(folder, "index.html"), "utf8");
    if (![EMPTY, LANG, HEAD_END].every((part) => empty.includes(part))) {
      throw new Error("the window's page has no place for its first screen");
    }
    const { styles, preloads } = await firstParts(folder);
    for (const language of LANGUAGES) {
      // oxlint-disable-next-line no-await-in-loop -- two of them
      const { html, rules } = withoutStyleAttributes(await firstScreen(language));
      const page = empty
        .replace(LANG, `<html lang="${language}" dir="ltr">`)
        .replace(HEAD_END, () => `<style nonce="__NONCE__">${styles}${rules}</style>\n  ${HEAD_END}`)
        .replace(EMPTY, () => `<div id="root">${html}</div>${preloads}`);
      const name = language === "en" ? "index.html" : `index.${language}.html`;
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(join(folder, name), page);
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * The page's policy lets no style attribute through: what they say becomes rules of the page's own styles. Coming to
 * life leaves them alone, so the rules stay in force.
 * @param {string} screen
 */
function withoutStyleAttributes(screen) {
  /** @type {string[]} */
  const rules = [];
  const html = screen.replace(/ style="([^"]*)"/gu, (_whole, /** @type {string} */ text) => {
    if (/[&<{}]/u.test(text)) throw new Error(`a style attribute of the first screen cannot be a rule: ${text}`);
    rules.push(`[data-first="${rules.length}"]{${text}}`);
    return ` data-first="${rules.length - 1}"`;
  });
  return { html, rules: rules.join("") };
}

/**
 * What belongs to the first screen: its styles, to stand in its page (asked for one by one, they would hold back the
 * first paint), and its scripts, to be fetched while it is painted.
 * @param {string} folder the built window
 */
async function firstParts(folder) {
  const list = join(folder, ".vite");
  /** @type {Record<string, Piece>} */
  const pieces = JSON.parse(await readFile(join(list, "manifest.json"), "utf8"));
  // Of use to the build only.
  await rm(list, { recursive: true });
  /** @type {Set<Piece>} */
  const needed = new Set();
  /** @param {string} name */
  const take = (name) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Error(`the build has no ${name}`);
    if (needed.has(piece)) return;
    for (const other of piece.imports ?? []) take(other);
    needed.add(piece);
  };
  take("main.tsx");
  const files = [...new Set([...needed].flatMap(({ css = [] }) => css))];
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return {
    styles: texts.join(""),
    preloads: [...needed].map(({ file }) => `<link rel="modulepreload" crossorigin href="./${file}">`).join(""),
  };
}
