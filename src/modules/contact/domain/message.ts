/** What somebody wrote to an office. */
export type MessageContent = {
  readonly text: string;
  /** Both voluntary; without an address nobody can answer. */
  readonly name: string | undefined;
  readonly email: string | undefined;
};

export type MessageHead = {
  readonly id: string;
  readonly officeSlug: string;
  readonly receivedAt: Date;
  readonly doneAt: Date | undefined;
};

export const longestText = 4_000;
export const longestName = 100;

const dayMs = 86_400_000;
export const daysAfterDone = 30;
export const daysInAnyCase = 180;

/** When a message goes, whether somebody dealt with it or not. @see DSGVO Art. 5 Abs. 1 lit. e */
export function endOfTerm({
  receivedAt,
  doneAt,
}: Pick<MessageHead, "receivedAt" | "doneAt">): Date {
  const latest = receivedAt.getTime() + daysInAnyCase * dayMs;
  const afterDone = doneAt && doneAt.getTime() + daysAfterDone * dayMs;
  return new Date(Math.min(latest, afterDone ?? latest));
}
