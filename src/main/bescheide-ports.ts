import { bescheidSection } from "../modules/bescheide/index.ts";
import type { BescheidePorts, TextPorts } from "../modules/bescheide/module.ts";
import {
  findKeptLeistung,
  listLeistungNames,
} from "../modules/catalogue/index.ts";
import { findPublishedForm, listFields } from "../modules/forms/index.ts";
import { findSubmissionOwner } from "../modules/submissions/index.ts";
import {
  readVorgang,
  type SubmissionReader,
  type VorgangSections,
} from "../modules/vorgaenge/index.ts";
import type { Context } from "../platform/context/context.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** How Bescheide reach portals, forms and submissions. */
export function bescheidePorts(
  services: Services,
  submissions: SubmissionReader,
): BescheidePorts {
  const { files, pdf, sealer, portals } = services;
  return {
    ...bescheidTextPorts(services),
    files,
    pdf,
    sealer,
    portalOf: (tenantId) => portals.findById(tenantId),
    openVorgang: async (context, vorgangId) => {
      const opened = await readVorgang(context, vorgangId, submissions);
      return opened.ok ? opened.value : undefined;
    },
    ownerOf: findSubmissionOwner,
  };
}

/** How the words of an authority reach those of the installation, and its forms. */
export function bescheidTextPorts(services: Services): TextPorts {
  return {
    baseContext: async ({ locale, correlationId }) =>
      services.contextFor({
        tenantId: await installationTenantId(services),
        actor: systemActor,
        locale,
        correlationId,
      }),
    listLeistungen: listLeistungNames,
    listAnswerLabels,
  };
}

/** Of the form that applicants fill in now; notes and files are no answers. */
async function listAnswerLabels(
  context: Context,
  leistungSlug: string,
): Promise<readonly string[]> {
  const formKey = (await findKeptLeistung(context, leistungSlug))?.formKey;
  if (!formKey) return [];
  const form = await findPublishedForm(context, formKey);
  const fields = listFields(
    form?.definition.pages.flatMap(({ elements }) => elements) ?? [],
  );
  const answers = fields.filter(
    ({ dataType }) => dataType !== "label" && dataType !== "file",
  );
  return [...new Set(answers.map(({ label }) => label))];
}

/** The Bescheide of a Vorgang, and writing one, on its page. */
export function bescheidSections(ports: BescheidePorts): VorgangSections {
  return async (context, place) => {
    const section = await bescheidSection(context, place, ports);
    return section ? { actions: [section] } : {};
  };
}
