/** What the doctor says of one thing. */
export type Finding = {
  readonly subject: string;
  readonly state: "ok" | "warning" | "failed";
  readonly says: string;
  /** What to do; missing where there is nothing to do. */
  readonly cure?: string;
};

export type Trouble = { readonly says: string; readonly cure: string };

export const ok = (subject: string, says: string): Finding => ({
  subject,
  state: "ok",
  says,
});

export const warning = (subject: string, trouble: Trouble): Finding => ({
  subject,
  state: "warning",
  ...trouble,
});

export const failed = (subject: string, trouble: Trouble): Finding => ({
  subject,
  state: "failed",
  ...trouble,
});

/** Messages of drivers and the operating system; none of them quotes a password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
