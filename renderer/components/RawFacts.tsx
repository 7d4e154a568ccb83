import css from "./raw-facts.module.css";

/** Words for values that are not text. */
export interface FactWords {
  readonly null: string;
  readonly true: string;
  readonly false: string;
  readonly empty: string;
}

interface Props {
  readonly value: unknown;
  readonly words: FactWords;
}

/** Longer text than this gets a block of its own that scrolls. */
const LONG = 160;

/** Any data as it is, nested as it is: names as they stand in the data, values as text. */
export function RawFacts({ value, words }: Props) {
  if (Array.isArray(value)) return <List items={value} words={words} />;
  if (typeof value === "object" && value !== null) return <Record fields={Object.entries(value)} words={words} />;
  return <Single value={value} words={words} />;
}

function Record({ fields, words }: { readonly fields: readonly [string, unknown][]; readonly words: FactWords }) {
  if (fields.length === 0) return <span className={css["quiet"]}>{words.empty}</span>;
  return (
    <dl className={css["record"]}>
      {fields.map(([name, value]) => (
        <div key={name} className={css["field"]} data-nested={isNested(value)} data-long={isLong(value)}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <RawFacts value={value} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function List({ items, words }: { readonly items: readonly unknown[]; readonly words: FactWords }) {
  if (items.length === 0) return <span className={css["quiet"]}>{words.empty}</span>;
  // A pair of texts, such as a header and its value, reads best as one line.
  if (items.length === 2 && items.every((item) => typeof item === "string")) {
    return <code>{items.join(": ")}</code>;
  }
  return (
    <ol className={css["list"]}>
      {items.map((item, index) => (
        // Observed lists never change once they are shown.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <RawFacts value={item} words={words} />
        </li>
      ))}
    </ol>
  );
}

function Single({ value, words }: Props) {
  if (value === null || value === undefined) return <span className={css["quiet"]}>{words.null}</span>;
  if (typeof value === "boolean") return <span>{value ? words.true : words.false}</span>;
  if (value === "") return <span className={css["quiet"]}>{words.empty}</span>;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (isLong(text)) {
    return (
      // It scrolls, so the keyboard must be able to get into it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre className={css["long"]} dir="ltr" tabIndex={0}>
        {text}
      </pre>
    );
  }
  return <code dir="ltr">{text}</code>;
}

function isLong(value: unknown): boolean {
  return typeof value === "string" && (value.length > LONG || value.includes("\n"));
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
