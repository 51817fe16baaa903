import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Portal } from "../modules/tenants/index.ts";
import type { Services } from "./services.ts";

/** Directory that the folder connector may write into for one authority: `<DATA_DIR>/zustellung/<slug>`. */
export async function deliveryDirectory(
  { settings }: Pick<Services, "settings">,
  portal: Pick<Portal, "slug">,
): Promise<string> {
  const directory = join(settings.dataDir, "zustellung", portal.slug);
  await mkdir(directory, { recursive: true, mode: 0o750 });
  return directory;
}
