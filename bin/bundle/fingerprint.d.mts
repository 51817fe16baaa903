export declare function bundleFolder(root: string): string;
