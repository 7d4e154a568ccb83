import type { CheckId } from "../../../shared/model/check-id.ts";
import type { Message } from "../../../shared/model/message.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import type { EN_EVIDENCE } from "../../../shared/text/en/evidence.ts";

type Sentences = typeof EN_EVIDENCE;

/** `x_one` and `x_other` are one key to those who speak it. */
type Base<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** Every sentence of the evidence catalogue; a wrong name does not compile. */
export type EvidenceKey = Base<Extract<keyof Sentences, string>>;

type SentenceOf<Key extends string> = Key extends keyof Sentences
  ? Sentences[Key]
  : `${Key}_other` extends keyof Sentences
    ? Sentences[`${Key}_other`]
    : never;

type Placeholders<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values a sentence needs, read from its placeholders. */
export type EvidenceValues<Key extends EvidenceKey> = Readonly<Record<Placeholders<SentenceOf<Key>>, string | number>>;

type ValueArguments<Key extends EvidenceKey> = [Placeholders<SentenceOf<Key>>] extends [never]
  ? []
  : [values: EvidenceValues<Key>];

/** A sentence of the evidence catalogue with all its values. */
export function say<Key extends EvidenceKey>(key: Key, ...values: ValueArguments<Key>): Message {
  return { key: `evidence.${key}`, values: values[0] ?? {} };
}

/** One observation: which check saw it, and the sentence. */
export function saw(checkId: CheckId, fact: Message): Evidence {
  return { checkId, fact };
}
