/** An expected outcome that the caller must look at. Faults are thrown instead (house style: errors and results). */
export type Result<Value, Refusal extends { kind: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** Wraps the value of a use case that did what it was asked. */
export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

/** Says no, with the reason as a kebab-case `kind` the page can show a text for. */
export const refuse = <Refusal extends { kind: string }>(refusal: Refusal) =>
  ({ ok: false, refusal }) as const;
