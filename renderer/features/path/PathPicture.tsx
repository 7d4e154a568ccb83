import { useAppState } from "../../state/WindowProvider.tsx";
import { selectAtRest, selectPath, selectRunning } from "../../state/selectors.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Pictogram } from "./pictograms.tsx";
import { placesOf, type Place, type PlaceState } from "./places.ts";
import css from "./path.module.css";

/** The way a request takes, in seven stations: the picture that every screen keeps in the same place. */
export function PathPicture() {
  const t = useText();
  const path = useAppState(selectPath);
  const running = useAppState(selectRunning);
  const atRest = useAppState(selectAtRest);
  const places = placesOf(path, running);
  return (
    <>
      <ol className={css["line"]} aria-label={t("path.label")} aria-hidden={atRest}>
        {places.map((place, index) => (
          // The stations never move, so their number is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <Station key={index} place={place} before={places[index - 1]} />
        ))}
      </ol>
      {atRest ? null : <Troubled places={places} />}
    </>
  );
}

/** In a small window the stations carry no words: what is wrong, or looked at, is said under them in one line. */
function Troubled({ places }: { readonly places: readonly Place[] }) {
  const t = useText();
  const worth = places.filter(({ state }) => state === "fault" || state === "warn");
  const shown = worth.length > 0 ? worth : places.filter(({ state }) => state === "looking").slice(-1);
  return (
    <p className={css["troubled"]} aria-hidden="true">
      {shown.map(({ node, state }) => `${t(`path.node.${node}`)}: ${t(`path.state.${state}`)}`).join(" · ")}
    </p>
  );
}

function Station({ place, before }: { readonly place: Place; readonly before: Place | undefined }) {
  const t = useText();
  const { node, state } = place;
  const word = t(`path.state.${state}`);
  return (
    <li className={css["station"]} data-state={state} title={t(`path.meaning.${node}`)}>
      {before === undefined ? null : <Track open={isOpen(before.state) && isOpen(state)} />}
      <svg className={css["sign"]} viewBox="0 0 56 56" width="56" height="56" aria-hidden="true">
        <circle className={css["halo"]} cx="28" cy="28" r="26.5" />
        <circle className={css["ring"]} cx="28" cy="28" r="22" />
        <Pictogram node={node} className={css["drawing"]} />
        {state === "looking" ? <path className={css["sweep"]} d="M28 6a22 22 0 0 1 22 22" /> : null}
        <Badge state={state} />
      </svg>
      <span className={css["words"]}>
        <span className={css["place"]}>{t(`path.node.${node}`)}</span>
        <span className="only-heard">{": "}</span>
        <span className={css["state"]} data-quiet={state === "ok" || state === "unknown" || state === "looking"}>
          {word}
        </span>
      </span>
    </li>
  );
}

function isOpen(state: PlaceState): boolean {
  return state === "ok" || state === "warn";
}

/** The stretch of line before a station: solid once both its ends are known to work, dotted until then. */
function Track({ open }: { readonly open: boolean }) {
  return (
    <svg className={css["track"]} data-open={open} aria-hidden="true">
      <line x1="0" y1="50%" x2="100%" y2="50%" />
    </svg>
  );
}

/** What is known of a station, as a shape of its own: tick, triangle, octagon. Nothing known, no badge. */
function Badge({ state }: { readonly state: PlaceState }) {
  switch (state) {
    case "ok":
      return (
        <g className={css["badge"]}>
          <circle cx="44" cy="44" r="8" />
          <path d="m40.6 44.2 2.4 2.4 4.5-5" />
        </g>
      );
    case "warn":
      return (
        <g className={css["badge"]}>
          <path d="M44 34.5 54 52H34Z" />
          <path d="M44 40.5v5.2M44 48.6v.1" />
        </g>
      );
    case "fault":
      return (
        <g className={css["badge"]}>
          <path d="M40.3 35h7.4l5.3 5.3v7.4L47.7 53h-7.4L35 47.7v-7.4Z" />
          <path d="m41 41 6 6m0-6-6 6" />
        </g>
      );
    case "unknown":
    case "looking":
      return null;
  }
}
