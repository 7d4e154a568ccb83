import type { RepairId } from "../../../shared/model/repair.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { pageOf } from "../watch/TellMe.tsx";
import { useText } from "../../text/TextProvider.tsx";

/** A step that other screens are for. */
export function Elsewhere({ id }: { readonly id: RepairId }) {
  const t = useText();
  const actions = useActions();
  const url = useAppState((state) => state.guided.session?.url ?? "");
  // Null: there is nothing to wait for on the practice network.
  const privateMode = useAppState(({ guided: { session } }) =>
    session?.source.kind === "address" ? session.source.privateMode : null,
  );
  const page = useAppState(({ run }) => (run?.checkup ? pageOf(run.checkup) : ""));
  const input = useAppState((state) => state.run?.target.input ?? "");
  // The step is done with the other screen; whoever comes back finds the next one.
  const goOn = (): Promise<void> => actions.moveGuided("skip");
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
      case "contact-site":
        void goOn().then(() => actions.showContact());
        return;
      case "contact-provider":
        void goOn().then(() => actions.showContact("provider"));
        return;
      case "owner":
        void goOn().then(actions.showOwner);
        return;
      case "watch":
        void goOn().then(() =>
          privateMode === null ? actions.leaveGuided() : actions.watchFrom({ url: page, privateMode }),
        );
        return;
      default:
        void goOn().then(actions.leaveGuided);
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
