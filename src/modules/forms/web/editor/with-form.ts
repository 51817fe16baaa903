import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";

type Handle = (
  request: PortalRequest,
  form: OpenedForm,
) => Reply | Promise<Reply>;

/** Opens the form that the address names for its page; 404 where there is none or it is none of this person's business. */
export async function withForm(
  request: PortalRequest,
  handle: Handle,
): Promise<Reply> {
  const { context, params } = request;
  const opened = await openForm(context, { formKey: params["name"] ?? "" });
  return opened.ok ? handle(request, opened.value) : showError(404);
}

/** A route for staff with a permission, on every portal: forms belong to the installation, too. */
export function staffRoute(
  method: Route["method"],
  path: string,
  {
    permission,
    handle,
  }: { readonly permission: string; readonly handle: Route["handle"] },
): Route {
  return { method, path, audience: "staff", scope: "any", permission, handle };
}

/** A page for those who may read forms. */
export function readerRoute(path: string, handle: Handle): Route {
  return staffRoute("GET", path, {
    permission: "forms.read",
    handle: (request) => withForm(request, handle),
  });
}

/** A change by those who may edit forms. */
export function editorRoute(path: string, handle: Handle): Route {
  return staffRoute("POST", path, {
    permission: "forms.edit",
    handle: (request) => withForm(request, handle),
  });
}

/** What was just done, from the address. */
export function doneOf({ query }: PortalRequest): string | undefined {
  return query.get("fertig") ?? undefined;
}
