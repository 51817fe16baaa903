import {
  listSharedFiles,
  readSharedFile,
} from "../../../src/platform/testing/shared-data.ts";
import { setFormOfLeistung } from "../../../src/modules/catalogue/index.ts";
import {
  indexConnectors,
  saveDestination,
} from "../../../src/modules/delivery/index.ts";
import {
  importForm,
  publishForm,
} from "../../../src/modules/forms/commands.ts";
import { createConnectors } from "../../../src/main/delivery-ports.ts";
import { systemActor } from "../../../src/main/services.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../../src/main/testing/test-portal.ts";
import { createBackOffice, type BackOffice } from "./back-office.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";

/** Everything a journey needs: portal, mail server, and a back office that is down. */
export type Stage = {
  readonly portal: TestPortal;
  readonly mail: MailServer;
  readonly backOffice: BackOffice;
  close(): Promise<void>;
};

const leistung = "bewohnerparkausweis";
const folder = "xdatenfelder/schemas/S05000058-bewohnerparkausweis";

/** The demo portal of Schwerin with the real S05000058 behind the parking permit, and a web hook for it. */
export async function setStage(): Promise<Stage> {
  const mail = await startMailServer();
  const portal = await startTestPortal({ variables: { SMTP_URL: mail.url } });
  const backOffice = createBackOffice(await freePort());
  const { tenantId } = await portal.portal("schwerin");
  const context = portal.services.contextFor({ tenantId, actor: systemActor });
  const imported = await importForm(context, realParkingPermit());
  if (!imported.ok) throw new Error("stage: S05000058 was refused");
  await publishForm(context, imported.value);
  await setFormOfLeistung(context, leistung, imported.value.definition.key);
  const saved = await saveDestination(
    context,
    {
      name: "Fachverfahren Parken",
      connectorKey: "webhook",
      options: { url: backOffice.url, secret: backOffice.secret },
      isEnabled: true,
      leistungSlugs: [leistung],
    },
    indexConnectors(createConnectors(portal.services)),
  );
  if (!saved.ok) throw new Error(`stage: destination ${saved.refusal.kind}`);
  return {
    portal,
    mail,
    backOffice,
    close: async () => {
      await backOffice.stop();
      await portal.close();
      await mail.stop();
    },
  };
}

/** Unchanged, as it was released. */
function realParkingPermit() {
  const read = (name: string) => ({
    name,
    content: readSharedFile(`${folder}/${name}`),
  });
  const names = listSharedFiles(folder);
  const codeLists = names
    .filter((name) => name.includes("genericode"))
    .map(read);
  return { schema: read("S05000058V1.0_xdf2.xml"), codeLists };
}
