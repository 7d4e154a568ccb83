import type { ProxyKeeper, ProxyPlace } from "../../../platform/proxy/places/place.ts";
import { digestOf } from "../support/digest.ts";

/** A place, and who writes it. */
export interface KeptPlace {
  readonly keeper: ProxyKeeper;
  readonly place: ProxyPlace;
}

/** Every place of this computer where a proxy can be set; those that cannot be read are left out. */
export async function placesHere(keepers: readonly ProxyKeeper[], signal: AbortSignal): Promise<readonly KeptPlace[]> {
  const lists = await Promise.all(
    keepers.map(async (keeper) => {
      const read = await keeper.list(signal);
      return read.ok ? read.value.map((place) => ({ keeper, place })) : [];
    }),
  );
  return lists.flat();
}

/** One place as it is now; null when it is gone or cannot be read. */
export async function placeNow(
  keepers: readonly ProxyKeeper[],
  id: string,
  signal: AbortSignal,
): Promise<KeptPlace | null> {
  for (const keeper of keepers) {
    // One kind after the other: mostly the first has it.
    // oxlint-disable-next-line no-await-in-loop
    const found = (await placesHere([keeper], signal)).find(({ place }) => place.id === id);
    if (found !== undefined) return found;
  }
  return null;
}

/** Names a place as it stood when it was shown: another setting at the same place has another name. */
export function choiceIdOf({ id, state }: ProxyPlace): string {
  return `${digestOf(id)}-${digestOf(state)}`;
}
