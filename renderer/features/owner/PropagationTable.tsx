import type { Propagation, PropagationRow } from "../../../shared/model/owner.ts";
import { sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./owner.module.css";

/** What every public resolver says, those that differ marked in words. */
export function PropagationTable({ propagation }: { readonly propagation: Propagation }) {
  const t = useText();
  const { agree, rows, settledInSeconds } = propagation;
  const said = agree === null ? "few" : agree ? "agree" : "differ";
  return (
    <>
      <p>{t(`owner.propagation.${said}`)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls in a narrow window */}
      <div className={css["scroll"]} tabIndex={0}>
        <table className={css["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("own.operator")}</th>
              <th scope="col">{t("own.addresses")}</th>
              <th scope="col">{t("own.left")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.server} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {settledInSeconds === null ? null : (
        <p>{t("owner.propagation.settled", { time: sayWait(t, settledInSeconds) })}</p>
      )}
    </>
  );
}

function Row({ row }: { readonly row: PropagationRow }) {
  const t = useText();
  const { operator, server, outcome, addresses, ttl, agrees } = row;
  return (
    <tr data-differs={!agrees}>
      <th scope="row">
        {operator}
        <br />
        <bdi className={css["small"]}>{server}</bdi>
      </th>
      <td>
        {addresses.length === 0 ? outcome : addresses.join(", ")}
        {agrees ? null : <strong className={css["differs"]}> {t("own.differs")}</strong>}
      </td>
      <td>{ttl === null ? "–" : sayWait(t, ttl)}</td>
    </tr>
  );
}
