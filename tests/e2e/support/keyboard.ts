import type { Page } from "playwright-core";

/** Where the keyboard is. */
export interface Focused {
  /** What a screen reader calls it: its label or its words. */
  readonly name: string;
  /** It, or the mark that stands for it, shows that it has the focus. */
  readonly outlined: boolean;
}

/** What stands in the places that screen readers speak when they change. */
export interface Heard {
  /** Waits until something that was spoken since the start fits. */
  until(words: RegExp): Promise<void>;
}

export async function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const labelled = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labelled ? (element.labels?.[0] ?? null) : null;
    const name = element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent ?? "";
    // A choice's own input is only heard; the mark in its label is seen.
    const seen = label?.contains(element) === true ? [label, ...label.querySelectorAll("*")] : [element];
    const outlined = seen.some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      const { width, height } = part.getBoundingClientRect();
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && width > 8 && height > 8;
    });
    return { name: name.trim(), outlined };
  });
}

/** More stops than any screen has. */
const STOPS = 90;

/** Tab by tab to a control, which must be seen to have the focus at every stop on the way, and the key on it. */
export async function tabTo(page: Page, name: string, key: "Enter" | "Space" | null): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    // One key after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press("Tab");
    // oxlint-disable-next-line no-await-in-loop
    const focused = await focusedOn(page);
    const inFrame = focused.name === "" || focused.name.startsWith("GoodGateway");
    if (!focused.outlined && !inFrame) throw new Error(`nobody sees that “${focused.name}” has the focus`);
    passed.push(focused.name.slice(0, 30));
    if (!focused.name.startsWith(name)) continue;
    if (key !== null) await page.keyboard.press(key);
    return;
  }
  throw new Error(`the keyboard does not get to “${name}”; it passed ${passed.join(", ")}`);
}

/** Listens to the live regions from now on. */
export async function hearIn(page: Page): Promise<Heard> {
  await page.evaluate(() => {
    const spoken: string[] = [];
    const LIVE = "output, [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const note = (node: Node): void => {
      const element = node instanceof Element ? node : node.parentElement;
      const live = element?.closest(LIVE) ?? null;
      const words = (live?.textContent ?? "").trim();
      if (words !== "" && spoken.at(-1) !== words) spoken.push(words);
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        note(target);
        // A region that comes with its words is heard as well: alerts are, and the others once they are in the page.
        for (const added of addedNodes) {
          if (!(added instanceof Element)) continue;
          for (const region of [added, ...added.querySelectorAll(LIVE)]) if (region.matches(LIVE)) note(region);
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { spoken });
  });
  return {
    async until(words) {
      const spoken = async (): Promise<readonly string[]> =>
        page.evaluate(() => (window as unknown as { spoken: readonly string[] }).spoken);
      await page
        .waitForFunction(
          ({ source, flags }) =>
            (window as unknown as { spoken: readonly string[] }).spoken.some((said) =>
              new RegExp(source, flags).test(said),
            ),
          { source: words.source, flags: words.flags },
          { timeout: 30_000 },
        )
        .catch(async () => {
          throw new Error(`${words.source} was not spoken; heard: ${(await spoken()).join(" | ")}`);
        });
    },
  };
}
