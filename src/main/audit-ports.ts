import type { AuditPorts } from "../modules/audit/index.ts";
import { listSubjectsOfBescheide } from "../modules/bescheide/index.ts";
import { listSubjectsInPostfach } from "../modules/postfach/index.ts";
import { listSubjectsOfProofs } from "../modules/retention/index.ts";
import { listStaffByName, listStaffNames } from "../modules/staff/index.ts";
import {
  findByReference,
  storedReference,
} from "../modules/submissions/index.ts";
import { vorgaengeInRetention } from "../modules/vorgaenge/index.ts";
import type { Services } from "./services.ts";

/** How the log's search reaches names and numbers. */
export const auditPorts = ({
  portals,
}: Pick<Services, "portals">): Omit<AuditPorts, "signer"> => ({
  listStaffNames,
  listStaff: listStaffByName,
  namesOfAuthorities: async (ids) => {
    const found = await Promise.all(ids.map((id) => portals.findById(id)));
    return new Map(
      found.flatMap((portal) =>
        portal ? [[portal.tenantId, portal.name] as const] : [],
      ),
    );
  },
  referenceOf: storedReference,
  referencesOf: vorgaengeInRetention.referencesOf,
  subjectsUnder: async (context, db, reference) => {
    const proofs = await listSubjectsOfProofs(context, db, reference);
    const submissionId = await findByReference(context, db, reference);
    if (submissionId === undefined) return proofs;
    const vorgang = await vorgaengeInRetention.ofSubmission(
      context,
      db,
      submissionId,
    );
    return [
      ...proofs,
      { kind: "submission", id: submissionId },
      ...(await listSubjectsInPostfach(context, db, submissionId)),
      ...(vorgang
        ? [
            { kind: "vorgang", id: vorgang.id },
            ...(await listSubjectsOfBescheide(context, db, vorgang.id)),
          ]
        : []),
    ];
  },
});
