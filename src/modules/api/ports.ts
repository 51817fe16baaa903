import type { z } from "zod";
import type { Portal } from "../tenants/index.ts";
import type { schemas } from "./web/schemas.ts";
import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Result } from "../../platform/result/result.ts";
import type { DeliverySource, FollowPorts } from "../delivery/index.ts";
import type {
  ChangeStateInput,
  ChangeStateRefusal,
} from "../vorgaenge/index.ts";

/** A file of a back office for an applicant, stored encrypted. */
export type StoredDocument = {
  readonly fileId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type StepInput = Pick<
  ChangeStateInput,
  "vorgangId" | "step" | "note" | "expectedPosition" | "writeAlong"
> & {
  /** Provided to the applicant together with the note. */
  readonly documents?: readonly StoredDocument[];
};

/** The authority that receives applications, and how to reach it. */
export type ResponsibleAnswer = z.infer<(typeof schemas)["Responsible"]>;

/** What the interface needs of the others; wired in main. */
export type ApiPorts = Pick<FollowPorts, "onAnswer" | "connectors"> & {
  readonly source: DeliverySource;
  /** One step of the Vorgang, by the rules for everybody; the applicant is told as of every step. */
  changeState(
    context: Context,
    step: StepInput,
  ): Promise<Result<void, ChangeStateRefusal>>;
  /** `refused`: of no type that applicants get, broken, or too large. */
  storeDocument(
    context: Context,
    document: { readonly filename: string; readonly content: Buffer },
  ): Promise<Result<StoredDocument, { readonly kind: "document-not-allowed" }>>;
  removeDocument(context: Context, fileId: string): Promise<void>;
  listAdministratorEmails(context: Context, db: Db): Promise<readonly string[]>;
  /** Who is responsible, seen from a portal; undefined: nobody here. */
  findResponsible(
    context: Context,
    asked: {
      readonly portal: Portal;
      readonly leistung: string;
      readonly ars: string | undefined;
    },
  ): Promise<ResponsibleAnswer | undefined>;
  /** Absolute address of the portal, without a slash at the end. */
  baseUrlOf(tenantId: string): Promise<string>;
};
