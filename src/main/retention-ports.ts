import { removeReported } from "../modules/api/index.ts";
import { removeArrivals } from "../modules/arrivals/index.ts";
import { removeBescheide } from "../modules/bescheide/index.ts";
import { listLeistungNames } from "../modules/catalogue/index.ts";
import { deliveriesInRetention } from "../modules/delivery/index.ts";
import { removeThread } from "../modules/postfach/index.ts";
import {
  deletedPage,
  retentionForApplicant,
  retentionSection,
  type RemoveKept,
} from "../modules/retention/index.ts";
import type { RetentionPorts } from "../modules/retention/module.ts";
import {
  removeSubmission,
  storedReference,
} from "../modules/submissions/index.ts";
import {
  removeVorgang,
  vorgaengeInRetention,
  type RetentionForApplicant,
  type VorgangSections,
} from "../modules/vorgaenge/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { tellApplicantOf } from "./postfach-ports.ts";
import type { Services } from "./services.ts";

/** Everything that keeps something of a Vorgang, in the order in which it may go: what refers to something else comes before that. */
const keepers: readonly RemoveKept[] = [
  removeReported,
  removeArrivals,
  deliveriesInRetention.remove,
  removeBescheide,
  removeThread,
  removeVorgang,
  removeSubmission,
];

/** What deletion waits for. */
const known = {
  vorgaenge: vorgaengeInRetention,
  listUnderway: deliveriesInRetention.listUnderway,
} as const;

/** How deletion reaches all that is to be deleted. */
export function retentionPorts(services: Services): RetentionPorts {
  const { files, portals, settings } = services;
  return {
    ...known,
    keepers,
    files,
    tellApplicant: tellApplicantOf({ ars: null }),
    baseUrlOf: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return portal && portalBaseUrl(portal.host, settings);
    },
    referenceOf: storedReference,
    listLeistungen: listLeistungNames,
  };
}

/** Term, deletion day and holds on the page of a Vorgang. */
export const retentionSections: VorgangSections = (context, place) =>
  retentionSection(
    context,
    { ...place, ...vorgaengeInRetention.knownOf(place) },
    known,
  );

/** When an authority deletes what somebody sent, and that it did. */
export const retentionShown: RetentionForApplicant = {
  section: (context, place) => retentionForApplicant(context, known, place),
  deletedPage,
};
