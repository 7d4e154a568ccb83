import { expect, test } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { contactMessage } from "../../../../electron/report/contact/message.ts";
import { renderHtml } from "../../../../electron/report/formats/html/page.ts";
import { renderMarkdown } from "../../../../electron/report/formats/markdown.ts";
import { renderPlainText } from "../../../../electron/report/formats/plain-text.ts";
import { makeReport } from "../../../../electron/report/make-report.ts";
import { viewOf } from "../../../../electron/report/view/view.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { GERMAN } from "../../../../shared/text/german.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { SAMPLES } from "../../../window/samples.ts";
import { connect, failing, onLoopback } from "../engine/build-observations.ts";

const EN = createTranslator("en", { en: ENGLISH });
const DE = createTranslator("de", { en: ENGLISH, de: GERMAN });

/** A port of this computer that nobody listens on; no request had an address to go to, but perhaps the last. */
function refused(lastAddress: string | null = null) {
  const sample = SAMPLES["gateway-error"];
  if (sample === undefined) throw new Error("the sample is gone");
  const facts = failing({ outcome: "connect-refused", address: null, family: null });
  const last = facts.repeat?.attempts.at(-1);
  if (last === undefined) throw new Error("nothing was tried again");
  const attempts = [
    ...(facts.repeat?.attempts.slice(0, -1) ?? []),
    { ...last, exchange: { ...last.exchange, address: lastAddress } },
  ];
  const tcp = { connects: [connect("127.0.0.1", "refused", 8080)] };
  const observations = onLoopback({ ...facts, tcp, repeat: { spacingMs: 500, attempts } });
  const origin = { appVersion: "1.0.0", runtime: "test", os: "linux", osVersion: "1", arch: "x64" };
  return makeReport({ ...sample, observations, judgement: judge(observations) }, origin);
}

test("a report says in words what came of each request, and leaves a column out that says nothing", () => {
  const view = viewOf(refused(), EN);
  const text = renderPlainText(view);
  expect(text).toMatch(/^ {2}the first request \| The connection was refused \| \d+ ms$/mu);
  expect(renderHtml(view)).toContain("The connection was refused");
  const [table = ""] = renderMarkdown(view).split("| the first request |").slice(1);
  expect(table).toMatch(/^ The connection was refused \|/u);
  expect(renderPlainText(viewOf(refused(), DE))).toContain("| Die Verbindung wurde abgelehnt |");
});

test("a gap in a column that says something is filled", () => {
  expect(renderPlainText(viewOf(refused("127.0.0.1"), EN))).toMatch(
    /the first request \| The connection was refused \| – \|/u,
  );
});

test("a message says that the connection was refused, not that no answer came", () => {
  for (const [language, words] of [
    ["en", ": The connection was refused"],
    ["de", ": Die Verbindung wurde abgelehnt"],
  ] as const) {
    const order = { to: "site", language, withQuery: false } as const;
    const { body } = contactMessage(refused(), { order, timeZone: "UTC" });
    expect(body).toContain(words);
    expect(body).not.toMatch(/no answer|keine Antwort|connect-refused/u);
  }
});
