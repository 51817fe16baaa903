import type { EditorNotices } from "../modules/catalogue/module.ts";
import { listEmailsOfRole, listStaffEmails } from "../modules/staff/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import type { Services } from "./services.ts";

/** Who is written to about Leistungen: the editors, and administrators where no other editor is left. */
export function editorNotices({ portals, settings }: Services): EditorNotices {
  return {
    listEditorEmails: async (context, db, without) => {
      const left = new Set(await listStaffEmails(context, db, without));
      for (const role of ["editor", "admin"] as const) {
        const all = await listEmailsOfRole(context, db, role);
        const others = all.filter((email) => !left.has(email));
        if (others.length > 0) return others;
      }
      return [];
    },
    listEmailsOf: listStaffEmails,
    baseUrlOf: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      if (!portal) throw new Error("a tenant without a portal");
      return portalBaseUrl(portal.host, settings);
    },
  };
}
