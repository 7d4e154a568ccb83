import { TERM_IDS } from "../../../shared/text/terms.ts";
import { Pairs } from "../../components/Pairs.tsx";
import { useText } from "../../text/TextProvider.tsx";

/** All words that are explained. */
export function Glossary() {
  const t = useText();
  return <Pairs rows={TERM_IDS.map((id) => [t(`glossary.${id}.name`), t(`glossary.${id}.means`)] as const)} />;
}
