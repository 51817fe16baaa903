/** A page in one sentence, and as data. @see https://schema.org */
export type PageAbout = {
  readonly description: string;
  /** Absolute; by default that of the page itself. */
  readonly address?: string | undefined;
  readonly structuredData?: Readonly<Record<string, unknown>> | undefined;
};
