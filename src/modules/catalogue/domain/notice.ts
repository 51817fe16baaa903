/** What an authority tells everybody on its home page. */
export type Notice = {
  readonly id: string;
  readonly kind: "info" | "warning";
  readonly title: string;
  readonly body: string;
};
