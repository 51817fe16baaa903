/** An office that was closed. */
export type FormerOffice = {
  readonly name: string;
  readonly goneAt: Date;
  /** Slug of the office that took over what it did. */
  readonly successor: string | undefined;
};
