import { act } from "@testing-library/react";
import { PARTS } from "../../../../renderer/features/about/parts.ts";
import { describe, expect, it } from "vitest";
import { addLanguage } from "../../../../renderer/text/catalogues.ts";
import { EN } from "../../../../renderer/text/english.ts";
import { createActions } from "../../../../renderer/state/actions.ts";
import type { ScreenName } from "../../../../renderer/state/screen-name.ts";
import { pseudoLanguage } from "../../../window/pseudo.ts";
import { WAYS } from "../../../window/screens.ts";
import { accessibilityFaults, openWindow } from "../open-window.tsx";

// "ur" is written from right to left, and counts as English does.
addLanguage("ur", pseudoLanguage(EN));

const NAMES = Object.keys(WAYS) as ScreenName[];

async function openScreen(name: ScreenName, language: string): Promise<ScreenName> {
  const { main, store } = await openWindow((fake) => {
    fake.language = language;
  });
  await act(async () => WAYS[name]({ main, store, actions: createActions(store, main.api) }));
  return store.getState().screen;
}

/** Data is not translated: codes, addresses, and what is named as being in a certain language. */
const DATA = "code, pre, kbd, [dir='ltr'], [lang]:not(html)";

/** A word that explains itself is a button in the middle of its sentence: for the marks the sentence is one again. */
function joinSentences(): void {
  for (const term of document.querySelectorAll(".term")) term.replaceWith(term.textContent ?? "");
  document.body.normalize();
}

/** Every piece of text on the page that comes from no catalogue: catalogue sentences stand between marks. */
function fixedStrings(): readonly string[] {
  joinSentences();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const rest = (node.textContent ?? "").replaceAll(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/gu, "");
    if (/\p{L}{3}/u.test(rest) && node.parentElement?.closest(DATA) === null) found.push(rest);
  }
  return found;
}

/** What the made-up main says about a made-up site, and moments as the language writes them. */
/** What others have made is called as they call it. */
const PART_NAMES = new Set(PARTS.flatMap(({ name, version, licence }) => [name, `${version} · ${licence}`]));
const SAMPLE_DATA =
  /example|\d{4}|192\.|Cloudflare|Quad9|Google|Ethernet|Wi-Fi|enp|wlan|test|MIT|Apache|react|zustand|i18next|zod|dns-packet|ipaddr|systeminformation|uplot|English|Deutsch|nginx|Bad Gateway|NetworkManager|eth0|fritz.box|dns-public/i;

describe.each(NAMES)("the screen %s", (name) => {
  it("opens, and breaks no rule of accessibility", async () => {
    expect(await openScreen(name, "en-GB")).toBe(name);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("says nothing that is not in the catalogues, and turns round where one writes from right to left", async () => {
    await openScreen(name, "ur");
    expect(document.documentElement.dir).toBe("rtl");
    expect(fixedStrings().filter((text) => !SAMPLE_DATA.test(text) && !PART_NAMES.has(text))).toEqual([]);
  });

  it("has the focus somewhere, so that a keyboard can go on", async () => {
    await openScreen(name, "de-DE");
    expect(document.documentElement.lang).toBe("de");
    expect(document.activeElement).not.toBe(document.body);
  });
});
