import type { RepairId } from "../../../shared/model/repair.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";

/** A step that other screens are for. */
export function Elsewhere({ id }: { readonly id: RepairId }) {
  const t = useText();
  const actions = useActions();
  const url = useAppState((state) => state.guided.session?.url ?? "");
  const host = useAppState((state) => state.guided.session?.host ?? "");
  const checkupId = useAppState((state) => state.run?.id ?? "");
  const source = { kind: "checkup", id: checkupId } as const;
  const input = useAppState((state) => state.run?.target.input ?? "");
  const open = (): void => {
    switch (id) {
      case "one-click-dns":
        void actions.fixDns({ site: url });
        return;
      case "switch-dns":
        actions.chooseDns(url);
        return;
      case "check-address":
        actions.type(input);
        actions.showHome();
        return;
      default:
        // What the others need to know stands in the report; the step is done when it is on its way to them.
        void actions.moveGuided("skip").then(() => (id === "watch" ? undefined : actions.showReport(source, { host })));
    }
  };
  const own = `guided.elsewhere.${id}`;
  return (
    <div>
      <Button look="main" onPress={open}>
        {t(t.has(own) ? own : "guided.open_dns")}
      </Button>
    </div>
  );
}
