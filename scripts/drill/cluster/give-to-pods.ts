import { chown, readdir } from "node:fs/promises";
import path from "node:path";

/** As in the manifests. */
const userOfPods = 65_532;

/** Gives a folder with all in it to the user of the pods: Kubernetes does so for volumes of its own, not for folders of a node. */
export async function giveToPods(folder: string): Promise<void> {
  await chown(folder, userOfPods, userOfPods);
  for (const entry of await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }))
    await chown(
      path.join(entry.parentPath, entry.name),
      userOfPods,
      userOfPods,
    );
}
