import type { PdfCompiler } from "../../platform/pdf/pdf-compiler.ts";
import type { ModuleContribution } from "../../shell/module.ts";
import type {
  AmendedListener,
  FindRightToAct,
  NoteSentFor,
  OwnDataPorts,
  ApplicationsPorts,
  SubmittedListener,
  ListKeptFiles,
  ShowNoLeistung,
  StaffNames,
  TakeAccountAtCounter,
} from "./ports.ts";
import { cleanUpHandler } from "./jobs/clean-up.ts";
import { noteSentHandler } from "./jobs/note-sent.ts";
import { remindHandler } from "./jobs/remind.ts";
import type { ReminderPortal } from "./use-cases/remind-of-drafts.ts";
import { scanUploadsHandler } from "./jobs/scan-uploads.ts";
import type { UploadPorts } from "./use-cases/scan-file.ts";
import { atReceiver, type MovePorts } from "./web/authority-of-route.ts";
import { antragRoutes } from "./web/antrag-routes.ts";
import { precheckRoutes } from "./web/precheck-routes.ts";
import { intakeRoutes } from "./web/intake-routes.ts";
import { ownApplicationsRoutes } from "./web/own-applications-routes.ts";
import { printRoutes } from "./web/print-routes.ts";
import { receiptRoutes } from "./web/receipt-routes.ts";
import { sessionRoutes } from "./web/session-routes.ts";
import { versionRoutes } from "./web/version-routes.ts";
import { savedRoutes } from "./web/saved-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type SubmissionsPorts = UploadPorts &
  MovePorts &
  ApplicationsPorts & {
    readonly ownData: OwnDataPorts;
    /** How mails of a tenant name its portal, and where private links lead. */
    readonly portalOf: (
      tenantId: string,
    ) => Promise<ReminderPortal | undefined>;
    readonly pdf: PdfCompiler;
    /** Files in the store that are no uploads of applications. */
    readonly keptElsewhere: readonly ListKeptFiles[];
    readonly staffNames: StaffNames;
    readonly takeAccountAtCounter: TakeAccountAtCounter;
    readonly findRightToAct: FindRightToAct;
    readonly showNoLeistung: ShowNoLeistung;
    readonly noteSentFor: NoteSentFor;
    /** What else is written in the transaction of a submission. */
    readonly listeners: readonly SubmittedListener[];
    /** The same of a correction. */
    readonly amendedListeners: readonly AmendedListener[];
  };

/** Filling in and sending an application, and the receipt. */
export function submissionsModule({
  files,
  portalOf,
  scanner,
  pdf,
  listeners,
  amendedListeners,
  portalOfTenant,
  contextIn,
  describeStates,
  findRightToAct,
  showNoLeistung,
  noteSentFor,
  ownData,
  keptElsewhere,
  staffNames,
  takeAccountAtCounter,
  portals,
  findReceiver,
  callerIn,
}: SubmissionsPorts): ModuleContribution {
  const uploads = { files, scanner };
  const receivers = { files, portals, findReceiver, callerIn };
  const own = { pdf, portalOfTenant, contextIn, describeStates };
  const asking = { findRightToAct, showNoLeistung };
  const antrag = { ...asking, uploads, ownData, receivers };
  return {
    name: "submissions",
    sealed: sealedTables,
    routes: [
      ...antragRoutes({ ...antrag, listeners, amendedListeners }),
      ...intakeRoutes({ files, staffNames, takeAccountAtCounter }),
      ...precheckRoutes(showNoLeistung),
      ...printRoutes(showNoLeistung),
      ...savedRoutes(files),
      ...sessionRoutes(),
      ...versionRoutes(files),
      ...receiptRoutes(pdf),
      ...ownApplicationsRoutes(own),
    ].map(atReceiver(receivers)),
    jobs: [
      cleanUpHandler({ ...uploads, keptElsewhere }),
      remindHandler(portalOf),
      scanUploadsHandler(uploads),
      noteSentHandler(noteSentFor),
    ],
  };
}
