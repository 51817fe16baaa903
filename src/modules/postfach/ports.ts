import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { MalwareScanner } from "../../platform/malware/malware-scanner.ts";
import type { OutsidePostfach } from "../../platform/outside-postfach/outside-postfach.ts";

/** Runs in the transaction of an answer: both are stored, or neither. `moved`: another authority has it now, and nothing is stored. Handed in by main. */
export type AnswerListener = (
  context: Context,
  db: Db,
  answer: {
    readonly submissionId: string;
    readonly messageId: string;
    readonly at: Date;
  },
) => Promise<"moved" | undefined>;

export type Recipient = {
  readonly email: string;
  /** Undefined: a guest, who has no choice of notices. */
  readonly accountId?: string | undefined;
  readonly url: string;
  /** Undefined: not known, so both languages are used. */
  readonly locale: Locale | undefined;
};

/** Postfächer elsewhere that get copies. */
export type Mirroring = {
  /** Those of an identity provider; undefined where the way there is not set up. */
  readonly postfachAt: (provider: string) => OutsidePostfach | undefined;
  /** Where whom a thread belongs to has a Postfach elsewhere; undefined without one. */
  readonly postfachOf: (thread: {
    readonly ownerId: string;
    readonly actingAccountId: string;
  }) => Promise<
    { readonly provider: string; readonly handle: string } | undefined
  >;
};

/** What the Postfach needs of others; wired in main. */
export type PostfachPorts = {
  readonly files: FileStore;
  /** Undefined: nobody has set one up. */
  readonly scanner: MalwareScanner | undefined;
  /** The same caller in another portal: a thread is opened where it lies. */
  readonly contextIn: (context: Context, tenantId: string) => Context;
  /** How the portal of a thread is called, and its address without a slash at the end. */
  readonly portalOf: (
    tenantId: string,
  ) => Promise<{ readonly name: string; readonly baseUrl: string } | undefined>;
  /** The submission behind a private link of the context's portal; undefined for every other link. */
  readonly findByStatusLink: (
    context: Context,
    link: string,
  ) => Promise<{ readonly submissionId: string } | undefined>;
  /**
   * How to reach whom a thread belongs to, and the address that opens it for them; undefined without an address, `undeliverable` where none
   * takes mail.
   */
  readonly recipientOf: (
    context: Context,
    thread: {
      readonly id: string;
      readonly submissionId: string;
      readonly actingAccountId: string | undefined;
    },
  ) => Promise<Recipient | "undeliverable" | undefined>;
  /**
   * The authority that has a submission now, and the address there without a slash at the end, where the context's has handed it over: then
   * nothing is answered here any more.
   */
  readonly successorOf: (
    context: Context,
    submissionId: string,
  ) => Promise<{ readonly name: string; readonly baseUrl: string } | undefined>;
  /** How somebody wants to be told of messages. */
  readonly choiceOf: (
    accountId: string,
  ) => Promise<"at-once" | "daily" | "none">;
  /** Tells somebody beside the e-mail, where they wish. */
  readonly tellBySms: (
    accountId: string,
    notice: { readonly portal: string; readonly url: string },
  ) => Promise<void>;
  /** Undefined: no way to another Postfach is set up. */
  readonly mirroring: Mirroring | undefined;
  readonly answerListeners: readonly AnswerListener[];
};
