import { describe, expect, it } from "vitest";
import { pageClassifyHandler, pageOpenHandler } from "../../../../electron/ipc/handlers/page.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import { SAVED_TEXT_LIMIT } from "../../../../shared/model/saved-page.ts";

describe("opening a saved page", () => {
  it("gives the page's text back, so that the person can add the status", async () => {
    const text = `<title>504 Gateway Time-out</title>${"x".repeat(SAVED_TEXT_LIMIT)}`;
    const opened = await pageOpenHandler({ chooseFile: async () => ok({ name: "a.html", text }) })(undefined);
    const given = text.slice(0, SAVED_TEXT_LIMIT);
    expect(opened).toMatchObject({ ok: true, value: { name: "a.html", text: given, pages: { format: "page" } } });
  });

  it("sends nothing of a network log to the window but its answers", async () => {
    const text = JSON.stringify({ status: 502, body: "secret of the page" });
    const opened = await pageOpenHandler({ chooseFile: async () => ok({ name: "a.json", text }) })(undefined);
    expect(opened).toMatchObject({ ok: true, value: { text: "", pages: { format: "response" } } });
    expect(JSON.stringify(opened)).not.toContain("secret");
  });

  it("says nothing when no file was chosen, and why when one cannot be read", async () => {
    expect(await pageOpenHandler({ chooseFile: async () => ok(null) })(undefined)).toEqual(ok(null));
    expect(await pageOpenHandler({ chooseFile: async () => fail("too-large") })(undefined)).toEqual(fail("too-large"));
  });
});

it("judges a pasted page with the status that the person gives", async () => {
  const judged = await pageClassifyHandler()({ text: "Something broke", status: 503 });
  expect(judged).toMatchObject({ ok: true, value: { pages: [{ status: 503, statusFrom: "given" }] } });
});
