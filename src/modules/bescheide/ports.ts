import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { PdfCompiler } from "../../platform/pdf/pdf-compiler.ts";
import type { Sealer } from "../../platform/seal/sealer.ts";
import type { ThreadSubject } from "../postfach/index.ts";
import type { Portal } from "../tenants/index.ts";
import type { OpenedVorgang } from "../vorgaenge/index.ts";

/** What the words of an authority need of others. */
export type TextPorts = {
  /** The installation's own tenant, whose texts are a base for all authorities. */
  readonly baseContext: (context: Context) => Promise<Context>;
  readonly listLeistungen: (
    context: Context,
  ) => Promise<readonly { readonly slug: string; readonly title: string }[]>;
  /** What the form of a Leistung asks, in its words. */
  readonly listAnswerLabels: (
    context: Context,
    leistungSlug: string,
  ) => Promise<readonly string[]>;
};

/** What Bescheide need of others; wired in main. */
export type BescheidePorts = TextPorts & {
  readonly files: FileStore;
  readonly pdf: PdfCompiler;
  /** Undefined: this installation has no seal, and pages say so. */
  readonly sealer: Sealer | undefined;
  readonly portalOf: (tenantId: string) => Promise<Portal | undefined>;
  /** Opens a Vorgang as a caseworker does, audited; undefined where the caller may not. */
  readonly openVorgang: (
    context: Context,
    vorgangId: string,
  ) => Promise<OpenedVorgang | undefined>;
  /** Whose Postfach a submission belongs to; undefined for guests. */
  readonly ownerOf: (
    context: Context,
    db: Db,
    submissionId: string,
  ) => Promise<ThreadSubject["owner"]>;
};
