import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { checkResults, observations } from "../../../../../shared/contract/report/observed.ts";
import { judgement } from "../../../../../shared/contract/report/judged.ts";
import { reportSchema } from "../../../../../shared/contract/report/report.ts";
import { FIELD_MARKS } from "../../../../../shared/lib/redaction/field.ts";
import { PLACEHOLDER_KINDS, messageValueKind } from "../../../../../shared/lib/redaction/message-kinds.ts";
import { innerOf, isClosed, mapStrings } from "../../../../../shared/lib/redaction/walk.ts";
import type { Answers } from "../../../../../shared/model/answers.ts";
import { CHECK_IDS } from "../../../../../shared/model/check-id.ts";
import type { Judgement, Observations } from "../../../../../shared/model/checkup.ts";
import type { CheckResults } from "../../../../../shared/model/check.ts";
import { ENGLISH } from "../../../../../shared/text/english.ts";
import type { Catalogue } from "../../../../../shared/text/translator.ts";

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? Value extends readonly [infer A, infer B]
    ? readonly [Frozen<A>, Frozen<B>]
    : readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

/** Ways to every string below a schema that nobody declared. */
function undeclared(schema: z.core.$ZodType, path = "report"): readonly string[] {
  const mark = FIELD_MARKS.get(schema) ?? {};
  const inner = innerOf(schema);
  if (mark.headerPair === true || mark.messageValues === true || mark.kind !== undefined) return [];
  if (inner !== null) return undeclared(inner, path);
  if (isClosed(schema) || schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean) return [];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, child]) => undeclared(child, `${path}.${key}`));
  if (schema instanceof z.ZodArray) return undeclared(schema.element, `${path}[]`);
  return [`${path}: ${schema._zod.def.type}`];
}

function sentences(catalogue: Catalogue): readonly string[] {
  return Object.values(catalogue).flatMap((item) => (typeof item === "string" ? [item] : sentences(item)));
}

describe("the schema of the saved form", () => {
  test("declares for every string what it may hold", () => {
    expect(undeclared(reportSchema)).toEqual([]);
  });

  test("would not pass a string that is not declared, nor an open value", () => {
    expect(undeclared(z.object({ a: z.object({ b: z.array(z.string()) }) }))).toEqual(["report.a.b[]: string"]);
    expect(undeclared(z.object({ a: z.unknown() }))).toEqual(["report.a: unknown"]);
    expect(undeclared(z.object({ a: z.record(z.string(), z.string()) }))).toEqual(["report.a: record"]);
  });

  test("refuses to copy a string that is not declared", () => {
    const visitor = {
      text: (text: string) => text,
      header: () => ["", ""] as const,
      messageValue: (text: string) => text,
    };
    expect(() => mapStrings(z.object({ a: z.string() }), { a: "secret" }, visitor)).toThrow("no declared kind for a");
  });

  test("holds exactly what the model observes and concludes: a new field of a check does not compile without a kind", () => {
    expectTypeOf<Frozen<z.output<typeof checkResults>>>().toEqualTypeOf<CheckResults>();
    expectTypeOf<Frozen<z.output<typeof observations>["answers"]>>().toEqualTypeOf<Answers>();
    expectTypeOf<z.output<typeof observations>>().toExtend<Observations>();
    expectTypeOf<z.output<typeof judgement>>().toExtend<Judgement>();
    expect(Object.keys(checkResults.shape)).toEqual([...CHECK_IDS]);
  });

  test("knows every placeholder of the engine's sentences", () => {
    const { verdict, evidence, check, repair, rival } = ENGLISH;
    const used = new Set(
      [verdict, evidence, check, repair, rival].flatMap((part) =>
        typeof part === "string" || part === undefined
          ? []
          : sentences(part).flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = ""]) => name)),
      ),
    );
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => !Object.hasOwn(PLACEHOLDER_KINDS, name))).toEqual([]);
  });

  test("takes a placeholder it does not know for private, and reads names by their sentence", () => {
    expect(messageValueKind("surprise", "evidence.x")).toBeNull();
    expect(messageValueKind("names", "check.interfaces.up")).toBe("adapter");
    expect(messageValueKind("names", "evidence.certificate-wrong-name")).toBe("host");
  });
});
