import type { Page } from "playwright-core";
import { samplePdf, samplePng } from "./sample-files.ts";

const person = "G05000496.0";
const vehicle = "G05000477.0";
const holder = "G05000499.0";

/** Goes on to the next step with the visible button. */
export async function goOn(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "Weiter", exact: true })
    .last()
    .click();
}

/** The steps of S05000058 in their order, as an applicant whose car belongs to somebody else fills them in. */
export const stepsOfParkingPermit: readonly ((page: Page) => Promise<void>)[] =
  [
    async (page) => {
      for (const consent of await page.getByRole("checkbox").all())
        await consent.check();
    },
    async (page) => {
      await fill(page, {
        [`${person}.F05000059.0`]: "Müßig-Çelik",
        [`${person}.F05000060.0`]: "Jörg",
        [`${person}.F05000351.0-day`]: "31",
        [`${person}.F05000351.0-month`]: "1",
        [`${person}.F05000351.0-year`]: "1980",
        [`${person}.F05001354.0`]: "joerg@example.org",
        [`${person}.G05000428.0.F00000053.0`]: "Schloßstraße",
        [`${person}.G05000428.0.F00000016.0`]: "12",
        [`${person}.G00000113.0.F00000054.0`]: "19053",
        [`${person}.G00000113.0.F00000035.0`]: "Schwerin",
      });
      await page
        .locator(named(`${person}.F05000523.0`))
        .selectOption({ label: "Deutschland" });
    },
    async (page) => {
      await page.getByLabel("12 Monate").check();
      await page.getByLabel("einen Neuantrag.").check();
    },
    async (page) => {
      await fill(page, {
        [`${vehicle}.F05000627.0`]: "SN-JM 123",
        [`${vehicle}.F05001062.0`]: "004711",
      });
      await page
        .getByLabel("Das Fahrzeug ist auf einen anderen Halter zugelassen.")
        .check();
    },
    async (page) => {
      await fill(page, {
        [`${holder}.F05001243.0`]: "Østergård",
        [`${holder}.F05001244.0`]: "Ingrid",
        [`${holder}.F05001245.0`]: "Am Packhof",
        [`${holder}.F05001246.0`]: "2",
        // the schema has it 1:1, as released
        [`${holder}.F05001247.0`]: "a",
        [`${holder}.G05000554.0.F00000054.0`]: "19053",
        [`${holder}.G05000554.0.F00000035.0`]: "Schwerin",
        [`${holder}.F05001355.0`]: "ingrid@example.org",
      });
      await page
        .locator(named(`${holder}.F05001249.0`))
        .selectOption({ label: "Deutschland" });
      await page
        .locator(named(`${holder}.F05001248.0`))
        .setInputFiles(samplePdf());
      await page
        .locator(named(`${holder}.F05001045.0`))
        .setInputFiles(samplePng());
    },
  ];

/** The address for notices on the check page. */
export const noticeAddress = "joerg.bescheid@example.org";

/** Types into the fields with these names. */
export async function fill(
  page: Page,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.locator(named(name)).fill(value);
}

const named = (name: string) => `[name="${name}"]`;
