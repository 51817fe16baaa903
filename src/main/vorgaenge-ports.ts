import { listLeistungNames } from "../modules/catalogue/index.ts";
import { mayDecidePlainly } from "../modules/bescheide/index.ts";
import { enqueueDeliveries } from "../modules/delivery/index.ts";
import {
  createSubmissionSource,
  findNotificationAddress,
  type SubmissionSource,
  type SubmittedEvent,
  type SubmittedListener,
} from "../modules/submissions/index.ts";
import { listOpenTasks } from "../modules/postfach/index.ts";
import { prepareToOpen } from "../modules/vorgaenge/index.ts";
import type { VorgaengePorts } from "../modules/vorgaenge/module.ts";
import type { Context } from "../platform/context/context.ts";
import type { Db } from "../platform/database/database.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { authoritiesOf } from "./authorities.ts";
import { bescheidePorts, bescheidSections } from "./bescheide-ports.ts";
import { correctionPorts } from "./correction-ports.ts";
import { handOverPorts } from "./hand-over-ports.ts";
import { unlessUnwished } from "./notices-ports.ts";
import {
  postfachSections,
  provideReceiptOf,
  tellApplicantOf,
} from "./postfach-ports.ts";
import { retentionShown } from "./retention-ports.ts";
import type { Services } from "./services.ts";
import { vorgangSections } from "./vorgang-sections.ts";

/** What was sent, for whoever reads it. */
export function submissionSourceOf({
  files,
  scanner,
  pdf,
  portals,
  settings,
}: Services): SubmissionSource {
  return createSubmissionSource({
    files,
    scanner,
    pdf,
    findPortal: (tenantId) => portals.findById(tenantId),
    baseUrlOf: (portal) => portalBaseUrl(portal.host, settings),
  });
}

/** How Vorgänge reach what was sent, the applicants and other authorities. */
export function vorgaengePorts(
  services: Services,
  submissions: SubmissionSource,
): VorgaengePorts {
  const bescheide = bescheidePorts(services, submissions);
  return {
    submissions,
    authorities: authoritiesOf(services),
    findNotificationAddress: unlessUnwished(services, findNotificationAddress),
    findSubmissionByStatusLink: submissions.findByStatusLink,
    findOwnSubmission: submissions.findOwn,
    corrections: correctionPorts(submissions),
    handOver: handOverPorts(services),
    expertFiles: services,
    mayDecidePlainly,
    tellApplicantOf,
    postfachSections,
    retention: retentionShown,
    listOpenTasks,
    sections: [...vorgangSections, bescheidSections(bescheide)],
    listLeistungen: listLeistungNames,
  };
}

/** What is written together with a submission. */
export const submittedListeners: readonly SubmittedListener[] = [
  async (context, leistungSlug) => {
    const prepare = await prepareToOpen(context, leistungSlug);
    return ({ within, ...event }) =>
      prepare({ ...event, teamId: within?.teamId });
  },
  knowingNothing(provideReceiptOf),
  knowingNothing(({ now: waitingSince }, db, { within, ...event }) => {
    const { destinationId } = within ?? {};
    return enqueueDeliveries(db, { ...event, destinationId, waitingSince });
  }),
];

/** Of who has to know nothing beforehand, and has its statements ready. */
function knowingNothing(
  write: (context: Context, db: Db, event: SubmittedEvent) => Promise<unknown>,
): SubmittedListener {
  return (context) =>
    Promise.resolve((event) =>
      Promise.resolve((db) => write(context, db, event)),
    );
}
