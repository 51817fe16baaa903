import type { Readable } from "node:stream";
import type { HtmlValue, SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Context } from "../../platform/context/context.ts";
import type { RetentionForApplicant } from "./retention-port.ts";
import type {
  Authorities,
  ExpertFilePorts,
  HandOverPorts,
} from "./exchange-ports.ts";
import type { Intake, Vorgang } from "./domain/vorgang.ts";

/** What the applicant sent, ready to show: answers in the words and order of the form. */
export type SubmissionView = {
  /** Who applies, for whom an organisation or another person the name of these; undefined where the form asks no name. */
  readonly applicant?: string | undefined;
  /** How a caseworker took it in; undefined: the applicant sent it. */
  readonly intake?: Intake | undefined;
  readonly sections: readonly {
    readonly heading: string;
    readonly entries: readonly {
      readonly label: string;
      readonly values: readonly string[];
    }[];
  }[];
  /** What the applicant has corrected since, the oldest first; the answers above are those that count now. */
  readonly corrections?: readonly {
    readonly at: Date;
    readonly changes: readonly {
      readonly label: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }[];
  }[];
  readonly uploads: readonly {
    readonly fileId: string;
    readonly filename: string;
    readonly sizeBytes: number;
    readonly mediaType: string;
    /**
     * What the scanner for malware said. `waiting`: not asked yet; `unscanned`: there is no scanner. Files that wait or are infected
     * cannot be opened.
     */
    readonly scan: "clean" | "unscanned" | "waiting" | "infected";
  }[];
};

export type SubmissionFile = {
  readonly filename: string;
  readonly mediaType: string;
  readonly body: Readable;
};

/** Reads what was sent. Each method finds only submissions of the context's tenant; undefined for any other. */
export type SubmissionReader = {
  read(
    context: Context,
    submissionId: string,
  ): Promise<SubmissionView | undefined>;
  /** One uploaded file, decrypted as it streams; undefined when it belongs to another submission or cannot be opened. */
  openFile(
    context: Context,
    submissionId: string,
    fileId: string,
  ): Promise<SubmissionFile | undefined>;
  /** The accessible PDF the applicant got as well. */
  renderPdf(
    context: Context,
    submissionId: string,
  ): Promise<Buffer | undefined>;
  /** The answers alone: as back-office systems get them, or as a table for a spreadsheet. */
  renderAnswers(
    context: Context,
    submissionId: string,
    format: AnswersFormat,
  ): Promise<Buffer | undefined>;
  /** Names and other short texts to search by; none for an unknown submission. */
  searchTexts(
    context: Context,
    submissionId: string,
  ): Promise<readonly string[]>;
};

/** Something of a form that the applicant can be asked to correct or to add. */
export type AskableField = {
  /** Path of the element. */
  readonly path: string;
  readonly label: string;
  /** Of its group or page. */
  readonly heading: string;
  /** What was answered; none where nothing was. */
  readonly values: readonly string[];
  /** A proof to upload. */
  readonly isFile: boolean;
};

/**
 * Opens what was sent for a correction, with only that open which is asked; gives the address to go on at. `not-owner`: it belongs to an
 * account, and its owner has to sign in.
 */
export type BeginCorrection = (
  context: Context,
  correction: {
    readonly submissionId: string;
    readonly request: {
      readonly requestId: string;
      readonly fields: readonly {
        readonly path: string;
        readonly text: string;
      }[];
      readonly text: string;
      readonly answerBy: string | undefined;
    };
  },
) => Promise<
  | { readonly kind: "begun"; readonly path: string }
  | { readonly kind: "not-owner" }
  | undefined
>;

/** What asking back in the form needs of submissions. */
export type CorrectionPorts = {
  /** In the order of the form. */
  readonly listAskable: (
    context: Context,
    submissionId: string,
  ) => Promise<readonly AskableField[] | undefined>;
  readonly beginCorrection: BeginCorrection;
};

/** Submissions of the same person for the same Leistung, sent at most so many days ago, the newest first. */
export type ListSimilar = (
  context: Context,
  wanted: { readonly submissionId: string; readonly days: number },
) => Promise<readonly string[]>;

/** JSON and XML by FIM's ids, CSV in the words of the form. */
export type AnswersFormat = "json" | "xml" | "csv";

/** Where an applicant wants to be told that something is new. */
export type NotificationAddress = {
  readonly email: string;
  /** Last part of the address of the private status page. */
  readonly statusKey: string;
};

/** Undefined when the applicant gave no address. */
export type FindNotificationAddress = (
  context: Context,
  submissionId: string,
) => Promise<NotificationAddress | undefined>;

/** The submission a private link belongs to; `receiptPath` leads to its receipt in the same portal. */
export type StatusLinkTarget = {
  readonly submissionId: string;
  readonly receiptPath: string | undefined;
  /** As the page of the Leistung says it, in German. */
  readonly usualDuration?: string | undefined;
  /** Whom to ask; without one the authority's own contact. */
  readonly office?:
    | { readonly name: string; readonly phone: string; readonly email: string }
    | undefined;
};

/** Undefined for every link that is unknown in this tenant, malformed ones included; the time does not tell which. */
export type FindSubmissionByStatusLink = (
  context: Context,
  token: string,
) => Promise<StatusLinkTarget | undefined>;

/** A submission of the signed-in party; undefined for anybody else's. */
export type FindOwnSubmission = (
  context: Context,
  submissionId: string,
) => Promise<StatusLinkTarget | undefined>;

/** Puts words into the Postfach of whom a submission belongs to, in the transaction of the event they belong to. */
export type TellApplicant = (
  context: Context,
  db: Db,
  message: {
    readonly submissionId: string;
    readonly reference: string;
    readonly title: string;
    readonly kind: "message" | "question" | "decision";
    readonly text: string;
  },
) => Promise<void>;

/** What the Postfach shows on the pages of a Vorgang. */
export type PostfachSections = {
  /** For the applicant, who came by a private link or (then it is empty) by their account. */
  forApplicant(
    context: Context,
    place: {
      readonly submissionId: string;
      readonly link: string;
      readonly locale: Locale;
    },
  ): Promise<SafeHtml | undefined>;
  /** For the caseworker, who may read the Vorgang: what was provided, and when it was retrieved. */
  forCaseworker(
    context: Context,
    place: { readonly submissionId: string; readonly locale: Locale },
  ): Promise<SafeHtml>;
};

/** The Vorgang whose page is shown, as other modules need to know it. */
export type VorgangPlace = Pick<
  Vorgang,
  | "id"
  | "submissionId"
  | "reference"
  | "leistungSlug"
  | "leistungTitle"
  | "receivedAt"
  | "state"
  | "stateSince"
  | "lastPosition"
> & {
  readonly locale: Locale;
  readonly portal: { readonly ars: string | null; readonly name: string };
  /** Leistungen that are another team's alone: what belongs to one of them is not shown to the caller. */
  readonly hiddenSlugs: readonly string[];
  /** False: shows, but offers no action. */
  readonly mayEdit: boolean;
};

/** A part of the page under its own heading; `id` is its anchor, unique on the page. */
export type VorgangSection = {
  readonly id: string;
  readonly title: string;
  readonly body: SafeHtml;
};

/** What another module shows on the page of a Vorgang. */
export type VorgangContribution = {
  /** In the bar that stays in sight, after the state: one short value each. */
  readonly facts?: readonly {
    readonly term: string;
    readonly value: HtmlValue;
  }[];
  /** What is known: beside the answers and files. */
  readonly content?: readonly VorgangSection[];
  /** What may be done: beside the next step. */
  readonly actions?: readonly VorgangSection[];
  /** Scripts of the page that these need. */
  readonly scripts?: readonly string[];
  /** The applicant has neither a status page nor a Postfach here: the form of the next step must not promise that a text reaches them. */
  readonly applicantReads?: "elsewhere";
};

/**
 * Asked on each opening of a Vorgang by a caseworker who may see it; in the order of the list in main. The opening is in the audit log already;
 * what the module's own pages show, they record themselves.
 */
export type VorgangSections = (
  context: Context,
  place: VorgangPlace,
) => Promise<VorgangContribution>;

/** Whether a Leistung may be decided by a mere step, asked in the transaction of the step; where not, a Bescheid decides. */
export type MayDecidePlainly = (
  context: Context,
  db: Db,
  leistungSlug: string,
) => Promise<boolean>;

/** What Vorgänge need from submissions and the Postfach; wired in main. */
export type VorgaengePorts = {
  readonly submissions: SubmissionReader;
  readonly authorities: Authorities;
  readonly findNotificationAddress: FindNotificationAddress;
  readonly findSubmissionByStatusLink: FindSubmissionByStatusLink;
  readonly findOwnSubmission: FindOwnSubmission;
  readonly corrections: CorrectionPorts;
  readonly handOver: HandOverPorts;
  readonly expertFiles: ExpertFilePorts;
  readonly mayDecidePlainly?: MayDecidePlainly;
  /** For a portal: the holidays that count for a Bescheid are those of its Land. */
  readonly tellApplicantOf?: (portal: {
    readonly ars: string | null;
  }) => TellApplicant;
  readonly postfachSections?: PostfachSections;
  readonly retention?: RetentionForApplicant;
  /** What the office has to do because somebody was not reached, by submission. */
  readonly listOpenTasks?: (context: Context) => Promise<
    readonly {
      readonly kind: "paper" | "contact";
      readonly submissionId: string;
    }[]
  >;
  /** Leistungen of the context's portal, for what is set for each. */
  readonly listLeistungen: (
    context: Context,
  ) => Promise<readonly { readonly slug: string; readonly title: string }[]>;
  /** What other modules show on the page of a Vorgang. */
  readonly sections?: readonly VorgangSections[];
};
