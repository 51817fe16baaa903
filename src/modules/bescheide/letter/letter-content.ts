import type { Block } from "../domain/blocks.ts";

/** Everything on the document, ready to print, in German. Texts may hold any character; none of them is read as markup. */
export type LetterContent = {
  readonly authority: {
    readonly name: string;
    /** `#rrggbb`, dark enough to be read on white. */
    readonly accentColour: string;
    /** SVG text without scripts or references; a crest that cannot be drawn is left out. */
    readonly crestSvg: string;
    readonly office: string;
    readonly street: string;
    readonly place: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly caseworker: string;
  readonly reference: string;
  readonly date: Date;
  /** Lines. */
  readonly addressee: readonly string[];
  readonly subject: string;
  readonly body: readonly Block[];
  /** How to object; empty for none. */
  readonly remedy: readonly Block[];
  /** Says so on the document. */
  readonly isSealed: boolean;
  /** Not released yet: every page says so. */
  readonly isPreview: boolean;
};
