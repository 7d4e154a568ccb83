import type { RepairId } from "../../../shared/model/repair.ts";
import type { RepairAction } from "../../repairs/action.ts";

/** The action of a repair on this computer; null where the person is only told how. */
export async function findRealAction(_id: RepairId): Promise<RepairAction | null> {
  return null;
}
