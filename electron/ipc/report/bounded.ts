/** A memory of the newest few things by id; the oldest is forgotten first. */
export interface Bounded<Value> {
  get(id: string): Value | null;
  set(id: string, value: Value): void;
  /** True when it was there. */
  delete(id: string): boolean;
  values(): readonly Value[];
}

/** A memory for at most `limit` things. */
export function bounded<Value>(limit: number): Bounded<Value> {
  const all = new Map<string, Value>();
  return {
    get: (id) => all.get(id) ?? null,
    set(id, value) {
      all.delete(id);
      all.set(id, value);
      const [oldest] = all.keys();
      if (all.size > limit && oldest !== undefined) all.delete(oldest);
    },
    delete: (id) => all.delete(id),
    values: () => [...all.values()],
  };
}
