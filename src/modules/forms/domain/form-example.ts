import type { Answers } from "./answers.ts";
import type { PrecheckOutcome } from "./form-definition.ts";

/** A test of a form as data: what its rules must say about some answers. Runs before the form is published. */
export type FormExample = {
  readonly title: string;
  readonly answers: Answers;
  /** The day it is filled in, `2026-12-31`; absent: the day the test runs. */
  readonly today?: string;
  /** Answers to the questions before the form; absent: they are not asked. */
  readonly precheck?: Answers;
  readonly expect: ExampleExpectation;
};

/** Only what is named is compared. Paths name occurrences: `G1.0.F2.0`; a page is `page:<key>`. */
export type ExampleExpectation = {
  readonly hidden?: readonly string[];
  readonly visible?: readonly string[];
  /** Path and code, with a space between: `G1.0.F2.0 required`; of a check `G1.0.F2.0 check:<id>`. Others may not occur. */
  readonly errors?: readonly string[];
  /** By path, in canonical form; empty for none. */
  readonly computed?: Readonly<Record<string, string>>;
  /** Whether it may be sent. */
  readonly valid?: boolean;
  /** What the questions before the form end in. */
  readonly outcome?: PrecheckOutcome["kind"];
};
