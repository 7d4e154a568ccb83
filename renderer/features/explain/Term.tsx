import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Button } from "react-aria-components/Button";
import { Popover } from "react-aria-components/Popover";
import type { TermId } from "../../../shared/text/terms.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./explain.module.css";

interface Props {
  readonly id: TermId;
  /** The word as it stands in the sentence. */
  readonly word: string;
}

/** A word that explains itself when it is pressed; Escape or a press elsewhere closes it. */
export function Term({ id, word }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  // Inside the landmark, or a screen reader's list of regions would miss it.
  const main = isOpen ? document.querySelector("main") : null;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={css["term"] ?? ""}>{word}</Button>
      <Popover
        className={css["popover"] ?? ""}
        placement="bottom start"
        {...(main === null ? {} : { UNSTABLE_portalContainer: main })}
      >
        <Dialog className={css["dialog"] ?? ""}>
          <Heading slot="title" level={2}>
            {t(`glossary.${id}.name`)}
          </Heading>
          <p>{t(`glossary.${id}.means`)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
