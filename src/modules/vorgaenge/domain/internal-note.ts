/** A text among colleagues; the applicant never sees it. */
export type InternalNote = {
  readonly id: string;
  readonly authorId: string;
  readonly at: Date;
  readonly text: string;
  /** Whom it names. */
  readonly mentionedIds: readonly string[];
};

/** How long its author may take a note back: a slip of the hand, not what others have worked with. */
const undoMs = 60 * 60_000;

/** True while a note may be taken back by this member of staff. */
export function mayTakeBack(
  note: Pick<InternalNote, "authorId" | "at">,
  staffId: string,
  now: Date,
): boolean {
  return (
    note.authorId === staffId && now.getTime() - note.at.getTime() <= undoMs
  );
}

/** What a note is encrypted for: it cannot be moved to another. */
export function internalNotePurpose(noteId: string): string {
  return `vorgaenge.internal-note:${noteId}`;
}

/** The colleagues a text names as `@Samira Yilmaz`, upper or lower case. */
export function mentionedIn(
  text: string,
  colleagues: readonly {
    readonly staffId: string;
    readonly displayName: string;
  }[],
): readonly string[] {
  const folded = text.toLocaleLowerCase("de");
  return colleagues
    .filter(({ displayName }) => {
      const name = `@${displayName.toLocaleLowerCase("de")}`;
      const at = folded.indexOf(name);
      return at >= 0 && !/^\p{L}/u.test(folded.slice(at + name.length));
    })
    .map(({ staffId }) => staffId);
}
