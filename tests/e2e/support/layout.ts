import type { Page } from "playwright-core";

/**
 * What a person would lose on this page at its present size; each sentence names the place. All of it is measured in
 * the page as it stands.
 */
export interface LayoutFaults {
  /** The page scrolls sideways (WCAG 2.2, 1.4.10), or something reaches beyond its edge. */
  readonly sideways: readonly string[];
  /** Smaller than 24 CSS px and too near to another one (WCAG 2.2, 2.5.8). */
  readonly small: readonly string[];
  /** Words that are cut off, or that run out of the box they belong to. */
  readonly clipped: readonly string[];
}

/** All three at once. */
export async function layoutFaultsOf(page: Page): Promise<LayoutFaults> {
  return page.evaluate(() => {
    const name = (element: Element): string => {
      const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}.${String(element.getAttribute("class"))} “${words}”`;
    };
    /** What is cut to nothing is for screen readers alone. */
    const isOnlyHeard = (element: Element): boolean => {
      const { clip, clipPath, position } = getComputedStyle(element);
      return position === "absolute" && (clipPath === "inset(50%)" || /^rect\(0(?:px)?, 0/.test(clip));
    };
    const unseen = new Set<Element>();
    for (const element of document.querySelectorAll("body *"))
      if ((element.parentElement !== null && unseen.has(element.parentElement)) || isOnlyHeard(element))
        unseen.add(element);
    const isSeen = (element: Element): boolean =>
      !unseen.has(element) &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().width > 0;
    const root = document.documentElement;
    const all = [...document.querySelectorAll("body *")].filter(isSeen);

    /** A table of data may scroll in a frame of its own (1.4.10), and so may text that is shown as it is. */
    const scrollsAlone = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (element.matches("svg, select") ||
        ["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
        scrollsAlone(element.parentElement));
    const beyond = all.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left < -1 || right > root.clientWidth + 1) && !scrollsAlone(element.parentElement);
    });
    const sideways = [
      ...(root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px in ${root.clientWidth} px`] : []),
      ...beyond.map(name),
    ];

    /** The label is the target of a control that is drawn by hand: its own input is only heard. */
    const CONTROLS = "button, a[href], select, textarea, input, label:has(input), [role=button], [role=link]";
    const targets = all
      .filter((element) => element.matches(CONTROLS) && !element.matches("label input"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const middle = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 });
    const isSmall = ({ width, height }: DOMRect): boolean => width < 23.5 || height < 23.5;
    /** Within a sentence the line's height rules. */
    const isInline = (element: Element): boolean =>
      getComputedStyle(element).display === "inline" &&
      (element.parentElement?.textContent ?? "").trim() !== (element.textContent ?? "").trim();
    const isCrowded = (box: DOMRect, other: DOMRect): boolean => {
      const { x, y } = middle(box);
      const near = {
        x: Math.max(other.left, Math.min(x, other.right)),
        y: Math.max(other.top, Math.min(y, other.bottom)),
      };
      const rival = middle(other);
      return Math.hypot(near.x - x, near.y - y) < 12 || (isSmall(other) && Math.hypot(rival.x - x, rival.y - y) < 24);
    };
    const small = targets
      .filter(({ element, box }) => isSmall(box) && !isInline(element))
      .filter(({ element, box }) =>
        targets.some((other) => {
          const apart = !other.element.contains(element) && !element.contains(other.element);
          return apart && isCrowded(box, other.box);
        }),
      )
      .map(({ element, box }) => `${name(element)} ${box.width.toFixed(0)} x ${box.height.toFixed(0)}`);

    const cut = all.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      return (
        hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      );
    });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const spilt: Element[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const box = node.parentElement?.closest("button, label, td, th, dt, dd, li, h1, h2, h3, p, summary, select");
      if (box === null || box === undefined || !isSeen(box) || (node.textContent ?? "").trim() === "") continue;
      if (node.parentElement === null || !isSeen(node.parentElement)) continue;
      if (box.matches("select") || node.parentElement.closest("pre, svg") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const [words, room] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
      // The place picture's words stand centred under their drawing and may be a hair wider.
      if (words.left < room.left - 1.5 || words.right > room.right + 1.5) spilt.push(box);
    }
    return { sideways, small, clipped: [...new Set([...cut, ...spilt])].map(name) };
  });
}

/** Makes every visible text two fifths longer, with accents, as a talkative language would; returns the way back. */
export async function withLongWords<Value>(page: Page, look: () => Promise<Value>): Promise<Value> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const before = new Map<Node, string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      // Data stays as it is in every language.
      const isData = node.parentElement?.closest("code, pre, kbd, svg, [dir=ltr], script, style") !== null;
      if (isData || !/\p{L}{2}/u.test(text)) continue;
      before.set(node, text);
      const more = Math.ceil(text.trim().length * 0.4);
      node.nodeValue = `⟦${text.replaceAll("a", "á").replaceAll("e", "ê")} ${"lörem ".repeat(more).slice(0, more)}⟧`;
    }
    Object.assign(window, { wordsBefore: before });
  });
  try {
    return await look();
  } finally {
    await page.evaluate(() => {
      const { wordsBefore } = window as unknown as { wordsBefore: Map<Node, string> };
      for (const [node, text] of wordsBefore) node.nodeValue = text;
    });
  }
}

/**
 * What does not stand at the mirrored place when one writes from right to left: controls, headings, fields and cells.
 * Names of machines keep their direction and are left out.
 */
export async function notMirroredIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const MIRRORED = "main, nav, h1, h2, h3, main button, main input, main select, main textarea, main ul > li, dt, th";
    const parts = [...document.querySelectorAll(MIRRORED)].filter(
      (element) =>
        element.closest(".only-heard, [dir=ltr], [hidden]") === null && element.checkVisibility() && !isInLine(element),
    );
    function isInLine(element: Element): boolean {
      return getComputedStyle(element).display === "inline";
    }
    const room = document.documentElement.clientWidth;
    const before = parts.map((element) => element.getBoundingClientRect());
    document.documentElement.dir = "rtl";
    const after = parts.map((element) => element.getBoundingClientRect());
    document.documentElement.dir = "ltr";
    return parts.flatMap((element, index) => {
      const [was, is] = [before[index], after[index]];
      if (was === undefined || is === undefined || Math.abs(was.left - (room - is.right)) <= 1.5) return [];
      const words = (element.textContent ?? "").trim().slice(0, 40);
      return [`${element.tagName} “${words}”: from ${was.left.toFixed(0)} to ${(room - is.right).toFixed(0)}`];
    });
  });
}

/**
 * What people lose who let the system choose the colours (forced colours): things that are drawn by a background alone.
 * Call it with the page in its own colours; `force` switches the forced ones on.
 */
export async function vanishedIn(page: Page, force: () => Promise<void>): Promise<readonly string[]> {
  await page.evaluate(() => {
    const clear = (colour: string): boolean => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
    const drawn: { element: Element; part: string | null }[] = [];
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility() || element.closest("svg, .only-heard, iframe") !== null) continue;
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        if (part !== null && (style.content === "none" || style.content === "normal")) continue;
        if (part !== null && style.content !== '""') continue;
        if (part === null && (element.childElementCount > 0 || (element.textContent ?? "") !== "")) continue;
        if (element.matches("input, textarea, select, canvas")) continue;
        if (!clear(style.backgroundColor)) drawn.push({ element, part });
      }
    }
    Object.assign(window, { drawn });
  });
  await force();
  return page.evaluate(() => {
    const { drawn } = window as unknown as { drawn: { element: Element; part: string | null }[] };
    const surface = getComputedStyle(document.documentElement).backgroundColor;
    const behind = (element: Element | null): string => {
      if (element === null) return surface;
      const { backgroundColor } = getComputedStyle(element);
      return backgroundColor.endsWith(", 0)") ? behind(element.parentElement) : backgroundColor;
    };
    const isEdged = (style: CSSStyleDeclaration): boolean =>
      style.borderTopStyle !== "none" &&
      Number.parseFloat(style.borderTopWidth) > 0 &&
      style.borderTopColor !== surface;
    const faults = drawn.flatMap(({ element, part }) => {
      const style = getComputedStyle(element, part);
      const ground = behind(part === null ? element.parentElement : element);
      if (style.backgroundColor !== ground || isEdged(style)) return [];
      return [`${String(element.getAttribute("class"))}${part ?? ""}`];
    });
    // A button is seen by its edge or by its underline; a field by its edge.
    const controls = [...document.querySelectorAll("main button, main input, main select, main textarea")].filter(
      (element) => element.checkVisibility() && element.closest(".only-heard, label") === null,
    );
    const bare = controls.filter((element) => {
      const style = getComputedStyle(element);
      const filled = style.backgroundColor !== surface && !style.backgroundColor.endsWith(", 0)");
      return (
        !isEdged(style) && !filled && !style.textDecorationLine.includes("underline") && !element.querySelector("svg")
      );
    });
    return [...new Set([...faults, ...bare.map((element) => `${String(element.getAttribute("class"))} has no edge`)])];
  });
}
