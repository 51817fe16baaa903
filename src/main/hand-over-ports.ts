import {
  enqueueDeliveries,
  mayStopDeliveries,
  stopDeliveries,
} from "../modules/delivery/index.ts";
import {
  prepareTransfer,
  type TransferPorts,
} from "../modules/submissions/index.ts";
import type { HandOverPorts } from "../modules/vorgaenge/index.ts";
import { provideReceiptOf } from "./postfach-ports.ts";
import type { Services } from "./services.ts";

/** What is written along at the authority that gets a Vorgang: a receipt in its thread, once, and deliveries of what counts now. */
const listeners: TransferPorts["listeners"] = [
  async (context, db, event) => {
    if (event.isNew) await provideReceiptOf(context, db, event);
  },
  async (_context, db, event) => {
    await enqueueDeliveries(db, event);
  },
];

/** They only say that there is something. */
const contentless = ["email-notice"];

/** How a Vorgang goes from one authority to another. */
export function handOverPorts({
  files,
}: Pick<Services, "files">): HandOverPorts {
  const ports = { files, listeners };
  return {
    prepareTransfer: (context, there, submissionId) =>
      prepareTransfer(context, there, { submissionId, ports }),
    mayStopDeliveries: (db, submissionId) =>
      mayStopDeliveries(db, { submissionId, contentless }),
    stopDeliveries: (db, submissionId) =>
      stopDeliveries(db, { submissionId, contentless }),
  };
}
