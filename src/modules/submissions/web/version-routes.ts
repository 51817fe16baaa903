import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { findFormChange } from "../use-cases/find-form-change.ts";
import { forgetKept, moveDraft } from "../use-cases/move-draft.ts";
import { removeUntakenFiles } from "../use-cases/remove-untaken-files.ts";
import { antragPath, withDraft } from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";
import { versionPage } from "./version-page.ts";

/** A draft keeps its version of the form, and moves to a newer one when its owner says so. */
export function versionRoutes(files: FileStore): readonly Route[] {
  const path = "/leistungen/:name/antrag/fassung";
  return [
    { method: "GET", path, audience: "guest", handle: showChange },
    {
      method: "POST",
      path,
      audience: "guest",
      handle: (request) => move(request, files),
    },
    {
      method: "POST",
      path: `${path}/erledigt`,
      audience: "guest",
      handle: forget,
    },
  ];
}

async function showChange(request: PortalRequest): Promise<Reply> {
  return withDraft<Reply>(request, async (draft) => {
    const change = await findFormChange(request.context, draft);
    return change
      ? versionPage(request, { draft, change })
      : redirect(resumePath(draft));
  });
}

async function move(request: PortalRequest, files: FileStore): Promise<Reply> {
  return withDraft<Reply>(request, async (draft) => {
    const moved = await moveDraft(request.context, draft);
    // Saved in another tab meanwhile: pressed once more it moves what is stored now.
    if (!moved.ok) return showError(409);
    await removeUntakenFiles(request.context, files, moved.value.dropped);
    return redirect(antragPath(draft.leistungSlug, "/pruefen"));
  });
}

async function forget(request: PortalRequest): Promise<Reply> {
  return withDraft<Reply>(request, async (draft) => {
    await forgetKept(request.context, draft);
    return redirect(antragPath(draft.leistungSlug, "/pruefen"));
  });
}
