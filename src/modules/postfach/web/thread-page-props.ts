import type { SummarisedError } from "../../../ui/error-summary.ts";
import type { Thread } from "../domain/thread.ts";
import type { ThreadView } from "../use-cases/read-thread.ts";

/** What the page of a thread shows, and to whom. */
export type ThreadPageProps = {
  readonly thread: Thread;
  readonly view: ThreadView;
  readonly portalName: string;
  /** Address of this page. */
  readonly base: string;
  /** The list, or a guest's status page. */
  readonly back: { readonly href: string; readonly label: string };
  /** Where the state of the application is shown. */
  readonly applicationHref: string | undefined;
  /** Ordering one's own Postfach is for accounts. */
  readonly canOrganise: boolean;
  /** Another authority has the application now: one writes there. */
  readonly successor:
    | { readonly name: string; readonly href: string }
    | undefined;
  readonly maySend: boolean;
  readonly errors: readonly SummarisedError[];
};
