import { stringify } from "yaml";
import type { Backing } from "./backing.ts";
import type { Kubectl } from "./kubectl.ts";
import {
  keptFolder,
  namespace,
  writeOverlay,
  type OverlayInput,
} from "./overlay.ts";
import { restrictedPods } from "./restricted-pods.ts";
import { runProgram } from "./run-program.ts";

/** The overlay as operators put it together; 1.20 knows the budgets under an older name, with the same content. */
export async function renderOverlay(
  folder: string,
  input: OverlayInput,
): Promise<string> {
  const overlay = writeOverlay(folder, input);
  const rendered = await runProgram({
    command: "kubectl",
    args: ["kustomize", overlay],
  });
  return rendered.replaceAll(
    /^apiVersion: policy\/v1$/gm,
    "apiVersion: policy/v1beta1",
  );
}

/** The namespace and what operators put into it by hand: secrets, here also the folder. */
export async function prepareNamespace(
  kubectl: Kubectl,
  backing: Backing,
): Promise<void> {
  const secret = (name: string, content: Readonly<Record<string, string>>) => ({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace },
    stringData: content,
  });
  const objects = [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
    ...restrictedPods,
    ...keptFolder(backing.dataDir),
    secret("openrathaus-secrets", backing.secrets),
    secret("openrathaus-files", backing.files),
  ];
  await kubectl.run(
    ["apply", "--filename=-"],
    objects.map((each) => stringify(each)).join("---\n"),
  );
}
