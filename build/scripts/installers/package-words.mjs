// What the packager wants of a deb or an rpm, read from its words, and the text files that describe it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * @typedef {{ afterInstall?: string, beforeRemove?: string, afterRemove?: string }} Scripts paths
 * @typedef {object} Wanted
 * @property {"deb" | "rpm"} kind
 * @property {string} name
 * @property {string} version
 * @property {string} architecture as the kind of package calls it
 * @property {string} maintainer
 * @property {string} vendor
 * @property {string} url
 * @property {string} license
 * @property {string} summary one line
 * @property {string} description
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {Scripts} scripts
 * @property {string} output
 * @property {readonly { from: string, to: string }[]} files
 * @property {boolean} fast little compression, for tests
 */

/** Words without a value. */
const FLAGS = new Set(["--force", "--debug"]);

/**
 * Throws on a word that is missing or not known: a package that silently lacks something is worse than none.
 * @param {readonly string[]} words
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Wanted}
 */
export function readWords(words, env) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  const files = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (FLAGS.has(word)) continue;
    if (!word.startsWith("-")) {
      const split = word.lastIndexOf("=");
      if (split < 1) throw new Error(`not understood: ${word}`);
      files.push({ from: word.slice(0, split), to: word.slice(split + 1) });
      continue;
    }
    const [, name = "", joined] = /^(--?[a-z-]+)(?:=(.*))?$/su.exec(word) ?? [];
    if (!KNOWN.has(name)) throw new Error(`not understood: ${word}`);
    values.set(name, [...(values.get(name) ?? []), joined ?? words[(at += 1)] ?? ""]);
  }
  return wantedFrom(values, files, env);
}

const KNOWN = new Set(
  [
    ["-s", "-t", "-d", "--deb-recommends", "--deb-compression", "--rpm-os", "--rpm-compression", "--architecture"],
    ["--after-install", "--after-remove", "--before-remove", "--description", "--version", "--package", "--name"],
    ["--maintainer", "--vendor", "--url", "--deb-priority", "--rpm-summary", "--license", "--category"],
  ].flat(),
);

/**
 * @param {ReadonlyMap<string, readonly string[]>} values
 * @param {readonly { from: string, to: string }[]} files
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Wanted}
 */
function wantedFrom(values, files, env) {
  const maybe = (/** @type {string} */ word) => values.get(word)?.[0];
  const must = (/** @type {string} */ word) => {
    const value = maybe(word)?.trim() ?? "";
    if (value === "") throw new Error(`${word} is missing`);
    return value;
  };
  const kind = must("-t");
  if (kind !== "deb" && kind !== "rpm") throw new Error(`not a kind of package: ${kind}`);
  // The packager puts the summary above the description for a deb and beside it for an rpm.
  const [first = "", ...rest] = must("--description").split("\n");
  return {
    kind,
    name: must("--name"),
    version: must("--version"),
    architecture: must("--architecture"),
    maintainer: must("--maintainer"),
    vendor: must("--vendor"),
    url: must("--url"),
    license: must("--license"),
    summary: oneLine(maybe("--rpm-summary") ?? first),
    description: oneLine(rest.length === 0 ? first : rest.join(" ")),
    depends: values.get("-d") ?? [],
    recommends: values.get("--deb-recommends") ?? [],
    scripts: {
      ...given("afterInstall", maybe("--after-install")),
      ...given("beforeRemove", maybe("--before-remove")),
      ...given("afterRemove", maybe("--after-remove")),
    },
    output: must("--package"),
    files,
    fast: env["GG_PACK_FAST"] === "1",
  };
}

/** @param {string} name @param {string | undefined} value */
function given(name, value) {
  return value === undefined ? {} : { [name]: value };
}

/** @param {string} text */
function oneLine(text) {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/**
 * deb-control(5).
 * @param {Wanted} wanted
 * @param {number} kib installed size
 */
export function controlFile(wanted, kib) {
  const fields = [
    ["Package", wanted.name],
    ["Version", wanted.version],
    ["Architecture", wanted.architecture],
    ["Maintainer", wanted.maintainer],
    ["Installed-Size", String(kib)],
    ["Depends", wanted.depends.join(", ")],
    ["Recommends", wanted.recommends.join(", ")],
    ["Section", "net"],
    ["Priority", "optional"],
    ["Homepage", wanted.url],
    ["Description", `${wanted.summary}\n ${wanted.description}`],
  ];
  return fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}

/**
 * The file rpmbuild(8) works from. What is packed lies ready in its build root; nothing is compiled, stripped or guessed
 * from it.
 * @param {Wanted} wanted
 * @param {string} root
 */
export async function specFile(wanted, root) {
  const scripts = await Promise.all(
    /** @type {const} */ ([
      ["%post", wanted.scripts.afterInstall],
      ["%preun", wanted.scripts.beforeRemove],
      ["%postun", wanted.scripts.afterRemove],
    ]).map(async ([section, path]) =>
      path === undefined ? "" : `${section}\n${percents(await readFile(path, "utf8"))}\n`,
    ),
  );
  return `${[
    `%define _binary_payload ${wanted.fast ? "w1.gzdio" : "w9T0.xzdio"}`,
    "%define __os_install_post %{nil}",
    "%define debug_package %{nil}",
    "%define _build_id_links none",
    `Name: ${wanted.name}`,
    `Version: ${wanted.version}`,
    "Release: 1",
    `Summary: ${percents(wanted.summary)}`,
    `License: ${wanted.license}`,
    `Vendor: ${wanted.vendor}`,
    `Packager: ${wanted.maintainer}`,
    `URL: ${wanted.url}`,
    // What the program brings is its own and is offered to nobody; what it needs stands in the list.
    "AutoReqProv: no",
    ...wanted.depends.map((one) => `Requires: ${one}`),
    "%description",
    percents(wanted.description),
    ...scripts,
    "%files",
    "%defattr(-,root,root,-)",
    ...(await ownPlaces(root)),
  ].join("\n")}\n`;
}

/** A percent sign begins a macro there. @param {string} text */
function percents(text) {
  return text.replaceAll("%", "%%");
}

/**
 * The program's own folder whole, and single files in folders that others share.
 * @param {string} root
 */
async function ownPlaces(root) {
  const own = (await readdir(join(root, "opt"))).map((name) => `"/opt/${name}"`);
  const shared = (await readdir(join(root, "usr"), { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `"${join(entry.parentPath, entry.name).slice(root.length)}"`);
  return [...own, ...shared];
}
