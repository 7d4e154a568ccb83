import type { Verdict } from "../model/verdict.ts";
import type { Translator } from "./translator.ts";

/** The one sentence and the explanation of a verdict; a side of its own may have words of its own (`title_SIDE`). */
export function verdictText(verdict: Verdict, t: Translator): { readonly title: string; readonly explanation: string } {
  return { title: part(verdict, "title", t), explanation: part(verdict, "explanation", t) };
}

function part(verdict: Verdict, name: "title" | "explanation", t: Translator): string {
  const plain = `verdict.${verdict.code}.${name}`;
  const ofSide = `${plain}_${verdict.faultSide}`;
  return t(t.has(ofSide) ? ofSide : plain, verdict.values);
}
