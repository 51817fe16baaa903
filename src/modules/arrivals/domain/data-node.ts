/** The data of an application as a tree of names and texts, whatever they were written in. */
export type DataNode = {
  readonly name: string;
  readonly text: string;
  /** Of a file that is attached: SHA-256 of its content. */
  readonly sha256: string | undefined;
  readonly children: readonly DataNode[];
};

export const isLeaf = ({ children }: DataNode): boolean =>
  children.length === 0;
