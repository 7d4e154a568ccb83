import type { Verdict } from "../model/verdict.ts";
import type { Translator } from "./translator.ts";

/** What the words of a verdict depend on. */
export type Said = Pick<Verdict, "code" | "faultSide" | "values">;

/** The one sentence and the explanation of a verdict; a side of its own may have words of its own (`title_SIDE`). */
export function verdictText(verdict: Said, t: Translator): { readonly title: string; readonly explanation: string } {
  return { title: part(verdict, "title", t), explanation: part(verdict, "explanation", t) };
}

function part(verdict: Said, name: "title" | "explanation", t: Translator): string {
  const plain = `verdict.${verdict.code}.${name}`;
  const ofSide = `${plain}_${verdict.faultSide}`;
  return t(t.has(ofSide) ? ofSide : plain, verdict.values);
}
