import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components/Disclosure";
import css from "./unfold.module.css";

interface Props {
  readonly title: ReactNode;
  /** Heading level, so that the outline of the page stays true. */
  readonly level: 2 | 3 | 4;
  readonly children: ReactNode;
}

/** Something more, folded away until it is asked for; it opens in place. */
export function Unfold({ title, level, children }: Props) {
  return (
    <Disclosure className={css["unfold"] ?? ""}>
      {({ isExpanded }) => (
        <>
          <Heading level={level} className={css["heading"] ?? ""}>
            <Button slot="trigger" className={css["trigger"] ?? ""}>
              <svg className={css["arrow"]} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="m6 3.5 4.5 4.5L6 12.5" />
              </svg>
              <span className={css["title"]}>{title}</span>
            </Button>
          </Heading>
          <DisclosurePanel className={css["panel"] ?? ""}>{isExpanded ? children : null}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
