import type { ApiPorts } from "../modules/api/module.ts";
import { mayDecidePlainly } from "../modules/bescheide/index.ts";
import { findNotificationAddress } from "../modules/submissions/index.ts";
import { changeState, type TellApplicant } from "../modules/vorgaenge/index.ts";
import { storeChecked } from "../platform/multipart/store-checked.ts";
import { newId } from "../platform/values/id.ts";
import { ok, refuse } from "../platform/result/result.ts";
import { findResponsibleIn } from "./responsible-ports.ts";
import { unlessUnwished } from "./notices-ports.ts";
import { tellApplicantOf } from "./postfach-ports.ts";
import type { DeliveryModulePorts } from "../modules/delivery/module.ts";
import type { Services } from "./services.ts";

const megabyte = 1024 * 1024;
const mostDocumentBytes = 10 * megabyte;

/** What back-office systems do goes the way of everybody: the same steps, the same messages, the same files. */
export function apiPorts(
  services: Services,
  delivery: DeliveryModulePorts,
): ApiPorts {
  const { files, portals } = services;
  const findAddress = unlessUnwished(services, findNotificationAddress);
  return {
    ...delivery,
    findResponsible: findResponsibleIn(services),
    changeState: async (context, { documents = [], ...step }) => {
      const portal = await portals.findById(context.tenantId);
      const tell: TellApplicant = tellApplicantOf(
        { ars: portal?.ars ?? null },
        documents,
      );
      const base = await delivery.baseUrlOf(context.tenantId);
      return changeState(
        context,
        {
          ...step,
          statusLinkPrefix: `${base}/status/`,
          tellApplicant: tell,
          mayDecidePlainly,
        },
        findAddress,
      );
    },
    storeDocument: async (context, { filename, content }) => {
      const fileId = newId();
      const stored = await storeChecked(content, {
        filename,
        maxBytes: mostDocumentBytes,
        put: (checked) =>
          files.put(
            checked,
            { tenantId: context.tenantId, fileId },
            context.cipher,
          ),
      });
      return stored
        ? ok({ fileId, ...stored })
        : refuse({ kind: "document-not-allowed" });
    },
    removeDocument: ({ tenantId }, fileId) =>
      files.remove({ tenantId, fileId }),
  };
}
