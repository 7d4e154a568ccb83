/** A sentence as data: a key of the text catalogues and the values that go into it. Words live in shared/text and renderer/text. */
export interface Message {
  /** Catalogue key, e.g. `evidence.tcp-refused-everywhere`. */
  readonly key: string;
  /** Values for the placeholders; empty when the sentence has none. `count` selects the plural form. */
  readonly values: Readonly<Record<string, string | number>>;
}
