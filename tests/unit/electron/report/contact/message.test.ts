import { describe, expect, test } from "vitest";
import { contactMessage } from "../../../../../electron/report/contact/message.ts";
import { isMailDraft, LONGEST_MAIL, mailDraft, shortDraft } from "../../../../../electron/report/contact/mail.ts";
import { sayMoment } from "../../../../../electron/report/contact/moment.ts";
import { makeReport } from "../../../../../electron/report/make-report.ts";
import { type Addressee, addresseeOf, ADDRESSEES, type MessageOrder } from "../../../../../shared/model/contact.ts";
import { ANSWER_VALUES } from "../../../../../shared/model/answers.ts";
import { FAULT_SIDES, type FaultSide } from "../../../../../shared/model/fault-side.ts";
import type { SavedReport } from "../../../../../shared/contract/report/report.ts";
import { EN_CONTACT } from "../../../../../shared/text/en/contact.ts";
import { gateway, observe, resolver } from "../../engine/build-observations.ts";
import { SAMPLES } from "../../../../window/samples.ts";

const ORIGIN = { appVersion: "1.0.0", runtime: "test", os: "linux", osVersion: "1", arch: "x64" };
const ORDER: MessageOrder = { to: "site", language: "en", withQuery: false };
const order = (change: Partial<MessageOrder>): MessageOrder => ({ ...ORDER, ...change });

/** A report of a dead server behind Cloudflare, asked for with a secret in the query. */
function report(): SavedReport {
  const sample = SAMPLES["gateway-error"];
  if (sample === undefined) throw new Error("the sample is gone");
  const made = makeReport(sample, ORIGIN);
  const { observations } = made;
  const http = observations.checks.http;
  if (http?.facts == null) throw new Error("the sample has no answer");
  const url = "https://shop.example/basket?session=topsecret#part";
  const chain = http.facts.chain.map((exchange) => ({
    ...exchange,
    url,
    headers: [["cf-ray", "8abcd-FRA"] as [string, string], ["set-cookie", "sid=topsecret"] as [string, string]],
  }));
  return {
    ...made,
    startedAt: "2026-07-01T15:04:05.678Z",
    observations: {
      ...observations,
      target: { ...observations.target, input: url, url },
      checks: { ...observations.checks, http: { ...http, facts: { ...http.facts, chain } } },
    },
  };
}

const write = (change: Partial<MessageOrder> = {}) =>
  contactMessage(report(), { order: order(change), timeZone: "Europe/Berlin" });

const SIDE_OF: Readonly<Record<Addressee, FaultSide>> = {
  site: "site-origin",
  cdn: "site-edge",
  provider: "provider",
  desk: "proxy",
};

/** The message to somebody about a fault on that side; what is at the edge is a delivery network. */
function saidTo(to: Addressee, faultSide: FaultSide, language: MessageOrder["language"] = "en") {
  const asked = report();
  const hop = faultSide === "site-edge" ? gateway({ hop: "cdn-edge" }) : null;
  const verdict = { ...asked.judgement.verdict, faultSide, gateway: hop };
  const changed = { ...asked, judgement: { ...asked.judgement, verdict } };
  return contactMessage(changed, { order: order({ to, language }), timeZone: "Europe/Berlin" });
}

describe("the message", () => {
  test("brings what a log can be searched by: time with zone, address, status and the gateway's number", () => {
    const { subject, body } = write();
    expect(subject).toBe("shop.example answers with error 502");
    expect(body).toContain("Time: 2026-07-01 17:04:05 (Europe/Berlin, GMT+02:00) = 2026-07-01 15:04:05 UTC");
    expect(body).toContain("Address: https://shop.example/basket\n");
    expect(body).toMatch(/Status: 502/);
    expect(body).toContain("Request id: cf-ray: 8abcd-FRA");
    expect(body).toMatch(/Short code: \w{3}-\w{4} \(gateway-error\)/);
  });

  test.each([
    [true, "9.9.9.9:53"],
    [false, "127.0.0.53:53"],
  ])("names the DNS server behind this computer's own stub where it is known: %s", (upstreamsKnown, server) => {
    const sample = SAMPLES["gateway-error"];
    if (sample === undefined) throw new Error("the sample is gone");
    const stub = resolver({ server: "127.0.0.53:53" }, { scope: "loopback" });
    const behind = resolver({ server: "9.9.9.9:53" }, { scope: "public" });
    const own = observe({ "dns-configured": { resolvers: [stub, behind], upstreamsKnown } }).checks["dns-configured"];
    if (own === undefined) throw new Error("nothing was observed");
    const checks = { ...sample.observations.checks, "dns-configured": own };
    const made = makeReport({ ...sample, observations: { ...sample.observations, checks } }, ORIGIN);
    expect(contactMessage(made, { order: ORDER, timeZone: "UTC" }).body).toContain(`DNS server in use: ${server}\n`);
  });

  test("leaves the query out unless it is wanted, and secrets always", () => {
    expect(write().body).not.toContain("topsecret");
    const wanted = write({ withQuery: true }).body;
    expect(wanted).toContain("https://shop.example/basket?session=topsecret\n");
    expect(wanted).not.toContain("sid=");
    expect(wanted).not.toContain("#part");
  });

  test("is written in the reader's language", () => {
    const { subject, body } = write({ language: "de" });
    expect(subject).toBe("shop.example antwortet mit Fehler 502");
    expect(body).toContain("Nummer der Anfrage: cf-ray: 8abcd-FRA");
    expect(body).not.toMatch(/What|Request id|could you/i);
  });

  test.each(ADDRESSEES)("speaks to %s in its own words, without a sentence missing", (to) => {
    for (const language of ["en", "de"] as const) {
      const { body } = write({ to, language });
      expect(body).not.toContain("contact.");
      expect(body).not.toContain("{{");
    }
    expect(saidTo(to, SIDE_OF[to]).body).toContain(EN_CONTACT.asking[to]);
  });

  test.each(ADDRESSEES)("blames nobody against the verdict when it goes to %s instead", (to) => {
    const { body } = saidTo(to, to === "site" ? "provider" : "site-origin");
    expect(body).toContain("shop.example does not load for me. Here is what I saw.\n");
    expect(body).toContain(EN_CONTACT.asking.other);
    expect(body).not.toContain("your DNS servers");
  });

  test.each(ADDRESSEES)("tells %s that the address is of the sender's own computer", (to) => {
    const asked = report();
    const target = { ...asked.observations.target, kind: "loopback" as const };
    const own = { ...asked, observations: { ...asked.observations, target } };
    for (const [language, words] of [
      ["en", /program on this computer itself/u],
      ["de", /Programm auf diesem Computer selbst/u],
    ] as const) {
      const { body } = contactMessage(own, { order: order({ to, language }), timeZone: "UTC" });
      expect(body).toMatch(words);
      expect(body).not.toMatch(/whoever runs the server|Betreuer des Servers/u);
    }
  });

  test("goes on in lower case after the German salutation", () => {
    expect(saidTo("provider", "provider", "de").body).toMatch(/^Guten Tag,\n\nich erreiche /u);
  });

  test("says what was answered to every question that can be asked", () => {
    for (const [question, values] of Object.entries(ANSWER_VALUES)) {
      const asked = report();
      const answers = { [question]: values[0] };
      const observations = { ...asked.observations, answers };
      const { body } = contactMessage(
        { ...asked, observations },
        { order: order({ language: "de" }), timeZone: "UTC" },
      );
      expect(body, question).not.toContain("contact.");
      expect(body, question).toContain("Was versucht wurde:");
    }
  });

  test("goes to the one who can mend it", () => {
    expect(FAULT_SIDES.map((side) => addresseeOf(side, null))).toEqual([
      "site",
      "desk",
      "desk",
      "provider",
      "provider",
      "provider",
      "desk",
      "site",
      "site",
      "site",
      "site",
    ]);
    expect(addresseeOf("site-edge", "cdn-edge")).toBe("cdn");
  });
});

describe("the mail draft", () => {
  test("holds the message as it is, lines and all", () => {
    const url = mailDraft({ subject: "a & b", body: "one\ntwo?#&=" }) ?? "";
    const query = new URLSearchParams(url.slice("mailto:?".length));
    expect([query.get("subject"), query.get("body")]).toEqual(["a & b", "one\r\ntwo?#&="]);
    expect(isMailDraft(url)).toBe(true);
  });

  test("is given up when it is too long, for one that asks to paste", () => {
    expect(mailDraft({ subject: "a", body: "x".repeat(LONGEST_MAIL) })).toBeNull();
    expect(isMailDraft(shortDraft("a", "paste"))).toBe(true);
    expect(isMailDraft(shortDraft("ä".repeat(LONGEST_MAIL), "paste"))).toBe(true);
  });

  test("is the only thing that may be handed to the system", () => {
    const bad = [
      "https://shop.example/",
      "file:///etc/passwd",
      "mailto:me@shop.example?subject=a&body=b",
      "mailto:?subject=a&body=b&attach=/etc/passwd",
      "mailto:?subject=a b&body=c",
      `mailto:?subject=a&body=${"x".repeat(LONGEST_MAIL)}`,
      " mailto:?subject=a&body=b",
    ];
    expect(bad.filter(isMailDraft)).toEqual([]);
  });
});

test("a moment is said in UTC alone where the zone is not known", () => {
  expect(sayMoment("2026-01-02T03:04:05.000Z", "Mars/Olympus")).toBe("2026-01-02 03:04:05 UTC");
  expect(sayMoment("2026-01-02T03:04:05.000Z", "America/New_York")).toContain("2026-01-01 22:04:05");
});

test.each(["UTC", "Etc/UTC", "Atlantic/Reykjavik"])("a moment is said once where the clocks show UTC: %s", (zone) => {
  expect(sayMoment("2026-01-02T03:04:05.000Z", zone)).toBe("2026-01-02 03:04:05 UTC");
});
